import { readdirSync, readFileSync } from 'node:fs';

/** What a reader of the package has: the README and the documents that it leads to. */
export const documents = ['README.md', ...readdirSync('docs').map((file) => `docs/${file}`)].filter((file) =>
  file.endsWith('.md'),
);

/** Every code block of a document in one of these languages. */
export function codeBlocks(document: string, language: string): string[] {
  const fences = readFileSync(document, 'utf8').matchAll(/^```(\S*)[^\n]*\n([\s\S]*?)^```$/gm);
  return [...fences].flatMap(([, found = '', code = '']) => (found === language ? [code] : []));
}

const isNamed = (code: string, file: string) =>
  code.startsWith(`// ${file}\n`) || code.startsWith(`// ${file}:`);

/** The printed code that begins with a comment naming this file, e.g. `// server.ts`; one document prints it, once. */
export function printedCode(file: string): string {
  const found = documents
    .flatMap((document) => [...codeBlocks(document, 'ts'), ...codeBlocks(document, 'tsx')])
    .filter((code) => isNamed(code, file));
  const [code] = found;
  if (code === undefined || found.length > 1) {
    throw new Error(`${found.length} code blocks of README.md and docs begin with // ${file}, and not one`);
  }
  return code;
}
