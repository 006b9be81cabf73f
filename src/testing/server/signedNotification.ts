import { sign } from 'react-iotpay/server';
import type { IotPayOrder } from '../../contract/order';

/** The message that the gateway POSTs to a shop's `notifyUrl` (docs/gateway-contract.md, section 4). */
export type SignedNotification = IotPayOrder & { sign: string };

/**
 * A notification of `order` as the gateway would send it. Post it as JSON, or as a form by `URLSearchParams`, to the
 * route that receives notifications. With another key than the shop's it is a forged one.
 *
 * @param order its `mchId` has to be the shop's, and its `amount` (whole cents) and number those of the shop's order
 * @param key the merchant key that the shop is configured with in its tests
 * @throws IotPayError `invalid_config` for a blank key
 *
 * @example
 * const paid = signedNotification(fakeOrder({ mchId, mchOrderNo, amount: 2434 }), merchantKey);
 * await fetch(notifyUrl, { method: 'POST', headers, body: JSON.stringify(paid) });
 */
export function signedNotification(order: IotPayOrder, key: string): SignedNotification {
  return { ...order, sign: sign({ ...order }, key) };
}
