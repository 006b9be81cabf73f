import { readFileSync } from 'node:fs';

/** A document's code block that begins with a comment naming this file, e.g. `// server.ts`. */
export function codeBlock(document: string, file: string): string {
  for (const [, code = ''] of readFileSync(document, 'utf8').matchAll(/```tsx?\n([\s\S]*?)```/g)) {
    if (code.startsWith(`// ${file}`)) return code;
  }
  throw new Error(`${document} has no code block that begins with // ${file}`);
}

/** The README's code block that begins with a comment naming this file. */
export const readmeBlock = (file: string): string => codeBlock('README.md', file);
