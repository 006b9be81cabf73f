import { IotPayError } from '../../../contract/error';
import { isLoopback } from '../../../contract/urls';
import { redact, safeCause } from '../../secrets';
import { wasRefused } from './neverReachedGateway';

/** The error of this library for an error of `fetch`. It names the host, and its cause shows none of the secrets. */
export function unreachable(
  error: unknown,
  url: string,
  secrets: readonly string[],
): IotPayError<'gateway_unreachable'> {
  return new IotPayError(
    'gateway_unreachable',
    redact(describeFailure(error, new URL(url)), secrets),
    safeCause(error, secrets),
  );
}

function describeFailure(error: unknown, { origin, hostname }: URL): string {
  if (isLoopback(hostname) && wasRefused(error)) {
    return `Nothing listens at ${origin}: is the sandbox running? \`npx iotpay sandbox\` starts it.`;
  }
  return `The connection to ${origin} failed. Check the network, the environment and any proxy; the cause has the details.`;
}
