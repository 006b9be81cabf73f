import { IotPayError } from '../contract/error';
import { trustLocalNetwork } from '../contract/localNetwork';

/** Workers have no `process`. */
const runtime = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };

/**
 * Lets `baseUrl` be `http:` on the local network, for a sandbox in another container or on another computer: `http://sandbox:4242`.
 * Call it once, before `createIotPay`.
 *
 * @throws IotPayError `invalid_config` where `NODE_ENV` is `production`: there, everyone on that network could read and forge what
 * is paid.
 */
export function allowLocalNetworkSandbox(): void {
  if (runtime.process?.env?.NODE_ENV === 'production') {
    throw new IotPayError(
      'invalid_config',
      'allowLocalNetworkSandbox() is for development: NODE_ENV is production, so use https and a gateway of IOTPay’s.',
    );
  }
  trustLocalNetwork();
}
