import { sign } from '../../server/signing/sign';
import { madeUpOrderNo, madeUpPayOrderId } from '../gateway/madeUp';
import { request, type WebResult } from '../http/request';
import type { GatewaySettings } from '../settings';

export type Notification = Readonly<Record<string, string | number>>;

/** A notification of one paid cent for an order that can't exist (docs/gateway-contract.md, section 4). */
export function sampleNotification({ mchId }: Pick<GatewaySettings, 'mchId'>): Notification {
  return {
    payOrderId: madeUpPayOrderId(),
    mchId,
    mchOrderNo: madeUpOrderNo(),
    currency: 'CAD',
    amount: 1,
    payType: 'pay',
    refundable: 1,
    status: 2,
    paySuccTime: new Date().toISOString().slice(0, 19).replace('T', ' '),
    cardNum: '432567******2266',
    cardType: 'V',
    channel: 'PF_CC',
  };
}

/** Signs a notification with a key and posts it, as the gateway does. */
export function postNotification(
  url: string,
  notification: Notification,
  key: string,
  timeoutMs: number,
): Promise<WebResult> {
  const body = JSON.stringify({ ...notification, sign: sign(notification, key) });
  const headers = { 'Content-Type': 'application/json;charset=UTF-8' };
  return request(url, { method: 'POST', headers, body }, timeoutMs);
}
