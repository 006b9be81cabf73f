import { asRecord } from '../../contract/wire';
import { verify } from '../../server/signing/verify';
import type { Gateway } from '../gateway';
import { addCard } from './addCard';
import { Refusal } from '../refusal';
import type { Call } from './call';
import { purchase } from './purchase';
import { purchaseWithToken } from './purchaseWithToken';
import { purchaseWithWallet } from './purchaseWithWallet';
import { query } from './query';
import { queryCard } from './queryCard';
import { refund } from './refund';
import { voidPayment } from './voidPayment';

const calls: Readonly<Record<string, Call>> = {
  cc_purchase: purchase,
  cc_addcard: addCard,
  cc_addCard: addCard,
  cc_query: query,
  cc_querycard: queryCard,
  cc_purchasewithtoken: purchaseWithToken,
  cc_purchasewithwallet: purchaseWithWallet,
  cc_void: voidPayment,
  cc_refund: refund,
};

/** What every call is answered with (gateway contract, section 3). */
export type GatewayAnswer =
  { retCode: 'SUCCESS'; retMsg: string; retData: object } | { retCode: 'FAIL'; retMsg: string };

export function findCall(name: string): Call | undefined {
  return Object.hasOwn(calls, name) ? calls[name] : undefined;
}

/** Answers a call: who is it, is it really them, and only then what they want. */
export async function receive(
  call: Call,
  body: unknown,
  gateway: Gateway,
  ownUrl: string,
): Promise<GatewayAnswer> {
  try {
    if (body === undefined) throw new Refusal('request params error: the body is not JSON');
    const request = asRecord(body);
    checkCaller(request, gateway);
    return { retCode: 'SUCCESS', retMsg: '', retData: await call.run(request, gateway, ownUrl) };
  } catch (error) {
    if (error instanceof Refusal) return { retCode: 'FAIL', retMsg: error.message };
    throw error;
  }
}

function checkCaller(request: Record<string, unknown>, { credentials }: Gateway): void {
  if (!request.mchId) throw new Refusal('request params[mchId] error: is missing');
  if (request.mchId !== credentials.mchId) throw new Refusal('mchId does not exist');
  if (!request.sign) throw new Refusal('request params[sign] error: is missing');
  if (!verify(request, credentials.merchantKey)) throw new Refusal('Verify sign failed');
  if (request.loginName && request.loginName !== credentials.loginName) {
    throw new Refusal('loginName does not exist');
  }
}
