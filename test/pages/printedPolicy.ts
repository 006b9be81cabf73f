import { productionUrl } from '../../src/contract/urls';
import { codeBlocks } from '../docs/printedCode';

/** The Content-Security-Policy that docs/production.md gives to copy, for a gateway of this origin and with this nonce. */
export function printedPolicy(gateway: string, nonce: string): string {
  const [, header] =
    /^Content-Security-Policy: ([\s\S]*)/.exec(codeBlocks('docs/production.md', 'http').join()) ?? [];
  if (!header) throw new Error('docs/production.md has no Content-Security-Policy to copy');
  return header.replace(/\s+/g, ' ').trim().replaceAll(productionUrl, gateway).replaceAll('{nonce}', nonce);
}
