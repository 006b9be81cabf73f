import { textOf } from '../../contract/wire';
import type { Fields, GatewayAnswer } from '../gateway/gatewayCall';
import { madeUpOrderNo } from '../gateway/madeUp';
import type { GatewaySettings } from '../settings';
import type { Interview } from './interview';

/** The shop's fields of a payment. */
export interface ShopAddresses {
  readonly notifyUrl: string;
  readonly returnUrl: string;
}

/** The least that a payment can be: one cent. */
export function purchaseFields(
  { loginName }: GatewaySettings,
  mchOrderNo: string,
  addresses: ShopAddresses,
): Fields {
  const order = { mchOrderNo, amount: 1, currency: 'CAD', channel: 'PF_CC', subject: 'iotpay doctor' };
  return { ...order, loginName, ...addresses };
}

/** An order that was opened to ask about it. It stays unpaid, unless the merchant pays it in their browser. */
export interface OpenOrder {
  readonly mchOrderNo: string;
  readonly secureId: string;
  readonly answer: GatewayAnswer;
}

/** Opens an order of one cent; `undefined` where the gateway does not. */
export async function openOrder(
  interview: Interview,
  addresses: ShopAddresses,
): Promise<OpenOrder | undefined> {
  const mchOrderNo = madeUpOrderNo();
  interview.blotter.name(mchOrderNo, 'mchOrderNo');
  const message = interview.sign(purchaseFields(interview.settings, mchOrderNo, addresses));
  const answer = await interview.send('cc_purchase', message);
  const secureId = textOf(answer?.retData.secureId);
  return answer?.retCode === 'SUCCESS' && secureId !== undefined
    ? { mchOrderNo, secureId, answer }
    : undefined;
}
