import { sign } from '../../server/signing/sign';
import type { SandboxCredentials } from '../credentials';

/** What a call came to: the gateway's answer, or nothing where it was cut or unreadable. */
export type SignedAnswer = Readonly<Record<string, unknown>>;

/** A merchant's server that calls this sandbox over HTTP, as any shop does. */
export type SignedCall = (call: string, fields: Readonly<Record<string, unknown>>) => Promise<SignedAnswer>;

/** The shop that the sandbox plays itself. A lost or spoilt answer is no error here, because a scenario plays exactly that. */
export function createSignedCall(
  gatewayUrl: () => string,
  { mchId, loginName, merchantKey }: SandboxCredentials,
): SignedCall {
  return async (call, fields) => {
    const message = { mchId, loginName, ...fields };
    try {
      const response = await fetch(`${gatewayUrl()}/v3/${call}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json;charset=UTF-8', 'User-Agent': 'iotpay-sandbox' },
        body: JSON.stringify({ ...message, sign: sign(message, merchantKey) }),
      });
      return (await response.json()) as SignedAnswer;
    } catch {
      return {};
    }
  };
}
