import * as v from 'valibot';
import type { IotPayOrder } from '../../contract/order';
import type { IotPaySavedCard } from '../../contract/savedCard';
import { type AskedNumbers, type IotPaySession, readAskedCard, readOwnOrder, readSession } from './answers';
import { base64, cents, channel, currency, identifier, optionalText, url } from './fields';
import type {
  AddCardRequest,
  PurchaseRequest,
  PurchaseWithTokenRequest,
  PurchaseWithWalletRequest,
  QueryCardRequest,
  RefundRequest,
  VoidRequest,
} from './requests';

/** One of the gateway's calls (docs/gateway-contract.md, section 3). */
export interface GatewayCall<Request, Answer> {
  readonly path: string;
  readonly schema: v.GenericSchema<unknown, Request>;
  readonly withLoginName: boolean;
  /**
   * A `read` may be sent again. `session` and `money` are sent once. If the answer is lost, a `session` is worth
   * nothing, because the answer held its secureId. A `money` call may have taken effect, and the order numbers tell the
   * shop what to query.
   */
  readonly effect: 'read' | 'session' | 'money';
  /** Whether it is about a card that is already saved. */
  readonly usesSavedCard?: true;
  /** The numbers of the order that it is about. A call about a card has none. */
  readonly numbers: (request: Request) => AskedNumbers;
  readonly read: (retData: unknown, request: Request, mchId: string) => Answer | undefined;
}

interface QueryNumbers {
  readonly mchOrderNo?: string | undefined;
  readonly payOrderId?: string | undefined;
}

const noNumbers = () => ({});
const byOrderNo = ({ mchOrderNo }: { mchOrderNo: string }) => ({ mchOrderNo });
const byRefundNo = ({ mchRefundNo }: { mchRefundNo: string }) => ({ mchRefundNo });
const byEither = ({ mchOrderNo, payOrderId }: QueryNumbers) => ({ mchOrderNo, payOrderId });

export const purchase: GatewayCall<PurchaseRequest, IotPaySession> = {
  path: 'cc_purchase',
  withLoginName: true,
  effect: 'session',
  schema: request({
    mchOrderNo: identifier(30),
    amount: cents,
    currency,
    channel,
    notifyUrl: url,
    returnUrl: url,
    subject: optionalText(64),
    body: optionalText(250),
    mchUserId: optionalText(30),
  }),
  numbers: byOrderNo,
  read: readSession,
};

export const addCard: GatewayCall<AddCardRequest, IotPaySession> = {
  path: 'cc_addcard',
  withLoginName: true,
  effect: 'session',
  schema: request({ cardId: identifier(30), channel, returnUrl: url }),
  numbers: noNumbers,
  read: readSession,
};

export const query: GatewayCall<QueryNumbers, IotPayOrder> = {
  path: 'cc_query',
  withLoginName: false,
  effect: 'read',
  schema: v.pipe(
    request({ mchOrderNo: v.optional(identifier(30)), payOrderId: v.optional(identifier(30)) }),
    v.check(
      ({ mchOrderNo, payOrderId }) => (mchOrderNo === undefined) !== (payOrderId === undefined),
      'must hold exactly one of mchOrderNo and payOrderId',
    ),
  ),
  numbers: byEither,
  read: (retData, asked, mchId) => readOwnOrder(retData, mchId, byEither(asked)),
};

export const queryCard: GatewayCall<QueryCardRequest, IotPaySavedCard> = {
  path: 'cc_querycard',
  withLoginName: false,
  effect: 'read',
  usesSavedCard: true,
  schema: request({ cardId: identifier(30) }),
  numbers: noNumbers,
  read: (retData, { cardId }) => readAskedCard(retData, cardId),
};

export const purchaseWithToken: GatewayCall<PurchaseWithTokenRequest, IotPayOrder> = {
  path: 'cc_purchasewithtoken',
  withLoginName: true,
  effect: 'money',
  usesSavedCard: true,
  schema: request({
    mchOrderNo: identifier(30),
    cardId: identifier(30),
    amount: cents,
    currency,
    subject: optionalText(64),
    body: optionalText(250),
    clientIp: optionalText(50),
    notifyUrl: v.optional(url),
    mchUserId: optionalText(30),
  }),
  numbers: byOrderNo,
  read: (retData, request, mchId) => readOwnOrder(retData, mchId, byOrderNo(request)),
};

export const purchaseWithWallet: GatewayCall<PurchaseWithWalletRequest, IotPayOrder> = {
  path: 'cc_purchasewithwallet',
  withLoginName: true,
  effect: 'money',
  schema: request({
    mchOrderNo: identifier(30),
    amount: cents,
    currency,
    walletType: v.picklist(['ApplePay', 'GooglePay'], "must be 'ApplePay' or 'GooglePay'"),
    walletData: base64,
    subject: optionalText(64),
    body: optionalText(250),
  }),
  numbers: byOrderNo,
  read: (retData, request, mchId) => readOwnOrder(retData, mchId, byOrderNo(request)),
};

const voidEntries = { mchRefundNo: identifier(30), payOrderId: identifier(30), notifyUrl: v.optional(url) };

export const voidPayment: GatewayCall<VoidRequest, IotPayOrder> = {
  path: 'cc_void',
  withLoginName: true,
  effect: 'money',
  schema: request(voidEntries),
  numbers: byRefundNo,
  read: (retData, request, mchId) => readOwnOrder(retData, mchId, byRefundNo(request)),
};

export const refund: GatewayCall<RefundRequest, IotPayOrder> = {
  path: 'cc_refund',
  withLoginName: true,
  effect: 'money',
  schema: request({ ...voidEntries, refundAmount: cents }),
  numbers: byRefundNo,
  read: (retData, request, mchId) => readOwnOrder(retData, mchId, byRefundNo(request)),
};

/** Unknown fields are refused, because a misspelt optional field would otherwise be lost in silence. */
function request<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return 'is not a field of this call';
    return issue.expected === 'Object' ? 'must be an object' : 'is required';
  });
}
