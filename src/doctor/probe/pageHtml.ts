/** The page that tries the hosted script, before its script has filled it. */
export const pageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>iotpay doctor</title>
    <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
      h2 { font-size: 1rem; margin: 2rem 0 0.5rem; }
      #question { position: sticky; top: 0; z-index: 1; padding: 1rem; background: Canvas; border: 2px solid; }
      #question:empty { display: none; }
      button { font: inherit; padding: 0.4rem 0.8rem; margin: 0 0.5rem 0.5rem 0; }
    </style>
    <script src="page.js" defer></script>
  </head>
  <body>
    <h1>iotpay doctor</h1>
    <p>This page tries what IOTPay’s script does with forms of one cent. It comes from your own computer, and reports to the doctor there.</p>
    <div id="question" role="status"></div>
    <main id="forms"></main>
  </body>
</html>
`;
