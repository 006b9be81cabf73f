import { asRecord } from '../../contract/wire';
import { isJsonObject } from '../jsonObject';

/** Codes that can only come up before a request is on its way: no address, no connection, no trusted certificate. */
const beforeSending = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ConnectionRefused',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * Whether an error of `fetch` proves that the gateway never saw the request, so that sending it again is safe. In doubt it may
 * have: a connection that breaks while it is used tells nothing.
 */
export function wasSurelyNotSent(error: unknown): boolean {
  if (!isJsonObject(error)) return false;
  if (typeof error.code === 'string' && beforeSending.has(error.code)) return true;
  // What Node's fetch says of the ports that it never connects to (Fetch standard, “port blocking”).
  if (error.message === 'bad port') return true;
  // Node tries the addresses of a host one after the other and gathers the errors; each must have failed to connect.
  if (Array.isArray(error.errors) && error.errors.length > 0) return error.errors.every(failedToConnect);
  return failedToConnect(error) || wasSurelyNotSent(error.cause);
}

function failedToConnect(error: unknown): boolean {
  const syscall = asRecord(error).syscall;
  return syscall === 'connect' || syscall === 'getaddrinfo';
}
