import { type IotPay, type IotPayOrder, isIotPayServerError, type QueryRequest } from 'react-iotpay/server';
import { isIotPayError } from '../../contract/error';
import { type Report, reportOf } from './report';

// Only this file knows how the gateway's client reports its results.

/**
 * The result of a question to the gateway: a report, its statement that there is no such order, or nothing that proves
 * anything.
 */
export type QueryResult =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'no_such_order' }
  | { readonly kind: 'nothing'; readonly error: unknown };

/** Asks once about an order or a refund. Never throws: an error proves nothing. */
export async function ask(iotpay: Pick<IotPay, 'query'>, asked: QueryRequest): Promise<QueryResult> {
  try {
    return { kind: 'report', report: reportOf(await iotpay.query(asked)) };
  } catch (error) {
    const isAbsent = isIotPayError(error) && error.code === 'order_not_found';
    return isAbsent ? { kind: 'no_such_order' } : { kind: 'nothing', error };
  }
}

/**
 * The result of a call that moves money. `refused` was answered with FAIL, which alone says nothing about the money;
 * `card` is true if the reason is that no card is saved under that name. `not_sent` never left this server. `lost` may
 * have taken effect.
 */
export type Sent =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'refused'; readonly card: boolean; readonly retMsg: string | undefined }
  | { readonly kind: 'not_sent'; readonly error: unknown }
  | { readonly kind: 'lost' };

/** Sends a call that moves money, and reads its result. */
export async function sendMoneyCall(call: () => Promise<IotPayOrder>): Promise<Sent> {
  try {
    return { kind: 'report', report: reportOf(await call()) };
  } catch (error) {
    return sentOf(error);
  }
}

function sentOf(error: unknown): Sent {
  if (!isIotPayServerError(error)) return { kind: 'lost' };
  switch (error.code) {
    case 'gateway_refused':
    case 'card_not_bound': {
      const { order } = error as { order?: IotPayOrder | undefined };
      if (order) return { kind: 'report', report: reportOf(order) };
      return { kind: 'refused', card: error.code === 'card_not_bound', retMsg: error.retMsg };
    }
    // For a call that moves money, the client throws these two only if the request surely never left.
    case 'invalid_request':
    case 'gateway_unreachable':
      return { kind: 'not_sent', error };
    default:
      return { kind: 'lost' };
  }
}
