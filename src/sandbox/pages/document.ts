import { html, raw } from 'hono/html';

type Markup = ReturnType<typeof html>;

const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='%231d4ed8'/><path d='M7 14h18v7a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2zm0-3a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z' fill='white'/></svg>";

/** A page of the sandbox: everything it loads is the sandbox's own, nothing is inline. */
export function htmlDocument(page: {
  title: string;
  language?: string;
  styles: string;
  script: string;
  root?: Readonly<Record<string, string>>;
  body: Markup;
}): Markup {
  const attributes = Object.entries(page.root ?? {}).map(([name, value]) => html` data-${name}="${value}"`);
  return html`${raw('<!doctype html>')}
    <html lang="${page.language ?? 'en'}" ${attributes}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="${icon}" />
        <link rel="stylesheet" href="${page.styles}" />
        <script src="${page.script}"></script>
      </head>
      <body>
        ${page.body}
      </body>
    </html>`;
}

/** Data for the page's script. It stands in an element that is never run, and can't end that element. */
export function dataElement(id: string, data: unknown): Markup {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return html`<script type="application/json" id="${id}">
    ${raw(json)}
  </script>`;
}
