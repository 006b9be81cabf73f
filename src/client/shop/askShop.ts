import type { RouteRefusal } from '../../contract/shopRoutes';
import { asRecord, textOf } from '../../contract/wire';
import { clientError, type IotPayClientError } from '../error';

/** The `cause` of `shop_refused`: the refusal of the shop's server. */
export interface IotPayShopRefusal extends Error, RouteRefusal {
  /** The answer's HTTP status. */
  status: number;
}

/** The error for an answer of another kind than `wanted`. */
export const unusableAnswer = (wanted: string): IotPayClientError =>
  clientError('shop_unreachable', new TypeError(`The answer is not ${wanted}.`));

/**
 * Asks the shop's server.
 *
 * @throws IotPayError `shop_refused` if its answer is a refusal with a code; otherwise `shop_unreachable`, because an
 *   error page may come from a proxy that gave up waiting while the server went on
 */
export async function askShop(url: string, request: RequestInit): Promise<unknown> {
  let answer: Response;
  let json: unknown;
  try {
    answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...request });
    json = await answer.json();
  } catch (cause) {
    throw clientError('shop_unreachable', cause, url);
  }
  if (answer.ok) return json;
  const { code, message } = asRecord(json);
  const { status } = answer;
  const cause: Error = Object.assign(new Error(textOf(message) ?? `HTTP ${status}`), { code, status });
  throw clientError(textOf(code) ? 'shop_refused' : 'shop_unreachable', cause, url);
}

/**
 * Whether the shop's server has refused before it did anything. A status of 500 or more is no refusal, because the
 * server may have failed later.
 */
export function isRefusal(error: unknown): boolean {
  const { code, cause } = asRecord(error);
  const { status } = asRecord(cause);
  return code === 'shop_refused' && !(typeof status === 'number' && status >= 500);
}
