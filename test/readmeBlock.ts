import { readFileSync } from 'node:fs';

/** The README's code block that begins with a comment naming this file, e.g. `// server.ts`. */
export function readmeBlock(file: string): string {
  for (const [, code = ''] of readFileSync('README.md', 'utf8').matchAll(/```tsx?\n([\s\S]*?)```/g)) {
    if (code.startsWith(`// ${file}`)) return code;
  }
  throw new Error(`README.md has no code block that begins with // ${file}`);
}
