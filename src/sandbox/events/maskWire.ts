import { mask, maskSecrets } from '../../server/signing/explain/mask';
import { asRecord } from '../../contract/wire';

/** The fields whose values the console must not show, because they open a payment, complete a card or stand for one. */
const secretField = /("(?:cv\w*|secureId|walletData)"\s*:\s*)("(?:[^"\\]|\\.)*"|[^,}\]\s]+)/gi;

/** A body as it may be kept and shown: without the key, secureIds, security codes and wallet data. */
export function maskBody(body: string, merchantKey: string): string {
  return maskSecrets(body, [merchantKey]).replace(secretField, `$1"${mask}"`);
}

/** The same for a value that is to become JSON. */
export function maskValue(value: unknown, merchantKey: string): unknown {
  return JSON.parse(maskBody(JSON.stringify(value ?? null), merchantKey)) as unknown;
}

/** A body's fields, as far as it is a JSON object. */
export function fieldsOf(body: string): Record<string, unknown> {
  try {
    return { ...asRecord(JSON.parse(body)) };
  } catch {
    return {};
  }
}
