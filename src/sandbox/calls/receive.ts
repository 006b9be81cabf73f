import { asRecord } from '../../contract/wire';
import type { Gateway } from '../gateway';
import { acceptsSignature } from '../likeness/acceptsSignature';
import type { Behaviour } from '../likeness/gatewayAnswers';
import { sayRefusal } from '../likeness/sayRefusal';
import { addCard } from './addCard';
import { Refusal, type SaidRefusal } from '../refusal';
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

/** What every call is answered with (docs/gateway-contract.md, section 3). */
export type GatewayAnswer =
  { retCode: 'SUCCESS'; retMsg: string; retData: object } | { retCode: 'FAIL'; retMsg: string };

/** An answer with its HTTP status, which is 200 for nearly all. */
export interface SentAnswer {
  readonly httpStatus: number;
  readonly answer: GatewayAnswer;
  /** Why it is a FAIL, in the sandbox's own words, which those of the answer may not be. */
  readonly refusal?: SaidRefusal;
}

function findCall(name: string, { addCardName }: Behaviour): Call {
  const isAddCard = /^cc_addcard$/i.test(name);
  const isKnown = !isAddCard || addCardName === 'either' || addCardName === name;
  const call = isKnown && Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (!call) throw new Refusal('no such call', 'unknownCall');
  return call;
}

/** Answers a call. It checks the merchant first, then the signature, then the fields. */
export async function receive(
  name: string,
  body: unknown,
  gateway: Gateway,
  ownUrl: string,
): Promise<SentAnswer> {
  const request = asRecord(body);
  try {
    const call = findCall(name, gateway.behaviour);
    if (body === undefined) throw new Refusal('request params error: the body is not JSON', 'brokenBody');
    checkCaller(request, call, gateway);
    const retData = await call.run(request, gateway, ownUrl);
    return { httpStatus: 200, answer: { retCode: 'SUCCESS', retMsg: '', retData } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { httpStatus, retMsg } = sayRefusal(error, request, gateway.behaviour);
    const refusal = { retMsg, message: error.message };
    return { httpStatus, answer: { retCode: 'FAIL', retMsg }, refusal };
  }
}

/** Every call of section 3 of docs/gateway-contract.md carries these beside its own fields. */
const commonFields = ['mchId', 'loginName'];

function checkCaller(
  request: Record<string, unknown>,
  { fieldNames }: Call,
  { credentials, behaviour }: Gateway,
): void {
  if (!request.mchId) throw new Refusal('request params[mchId] error: is missing');
  if (request.mchId !== credentials.mchId) throw new Refusal('mchId does not exist', 'unknownMerchant');
  if (!request.sign) throw new Refusal('request params[sign] error: is missing', 'missingSign');
  const known = [...commonFields, ...fieldNames];
  if (!acceptsSignature(request, credentials.merchantKey, known, behaviour)) {
    throw new Refusal('Verify sign failed', 'wrongSignature');
  }
  if (request.loginName && request.loginName !== credentials.loginName) {
    throw new Refusal('loginName does not exist');
  }
}
