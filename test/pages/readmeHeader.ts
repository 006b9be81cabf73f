import { readFileSync } from 'node:fs';
import { productionUrl } from '../../src/contract/urls';

/** The Content-Security-Policy that the README gives to copy, for a gateway of this origin and with this nonce. */
export function readmePolicy(gateway: string, nonce: string): string {
  const [, header] =
    /```http\nContent-Security-Policy: ([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  if (!header) throw new Error('README.md has no Content-Security-Policy to copy');
  return header.replace(/\s+/g, ' ').trim().replaceAll(productionUrl, gateway).replaceAll('{nonce}', nonce);
}
