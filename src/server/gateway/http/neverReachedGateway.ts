import { asRecord } from '../../../contract/wire';

/** The codes of a refused connection in Node and in Bun. */
const refused: readonly unknown[] = ['ECONNREFUSED', 'ConnectionRefused'];

/** Codes that can only occur before a request is sent: no address, no connection, no trusted certificate. */
const beforeSending: readonly unknown[] = [
  ...refused,
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** The system calls that come before a connection is open. */
const connecting: readonly unknown[] = ['connect', 'getaddrinfo'];

/** How many causes are followed. There is a limit, because an error may be its own cause. */
const deepest = 5;

/**
 * Whether an error of `fetch` proves that the gateway never got the request, so that sending it again is safe. In doubt
 * it is `false`, because a connection that breaks while it is used proves nothing.
 */
export function neverReachedGateway(error: unknown, depth = deepest): boolean {
  if (depth === 0) return false;
  const { code, message, syscall, errors, cause } = asRecord(error);
  if (beforeSending.includes(code)) return true;
  // Node's fetch says this for ports that it never connects to (Fetch standard, “port blocking”).
  if (message === 'bad port') return true;
  // Node tries the addresses of a host one after the other and gathers the errors; each must have failed to connect.
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((one) => connecting.includes(asRecord(one).syscall));
  }
  return connecting.includes(syscall) || neverReachedGateway(cause, depth - 1);
}

/** Whether an error of `fetch` says that nothing listens at the gateway's address. */
export function wasRefused(error: unknown, depth = deepest): boolean {
  if (depth === 0) return false;
  const { code, cause } = asRecord(error);
  return refused.includes(code) || wasRefused(cause, depth - 1);
}
