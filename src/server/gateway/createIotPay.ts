import type { IotPayOrder } from '../../contract/order';
import type { IotPaySavedCard } from '../../contract/savedCard';
import type { IotPaySession } from './answers';
import * as calls from './calls';
import { type IotPayConfig, readConfig } from './config';
import type {
  AddCardRequest,
  CallOptions,
  PurchaseRequest,
  PurchaseWithTokenRequest,
  PurchaseWithWalletRequest,
  QueryCardRequest,
  QueryRequest,
  RefundRequest,
  VoidRequest,
} from './requests';
import { retryRead } from './retry';
import { sendOnce, validate } from './send';
import type { SignParams } from '../signing/canonical';
import { checkWithKeys, type SignatureCheck, type SignatureCheckOptions } from '../signing/verify';
import { type PaymentResult, pollResult, type WaitForResultRequest } from './waitForResult';

/**
 * The gateway's calls, for one merchant (gateway contract, section 3).
 *
 * Every call throws an `IotPayServerError`: `invalid_request` before anything is sent, `gateway_refused` for a FAIL. Calls that
 * create or move money are sent exactly once; if their answer is lost they throw `outcome_unknown`, which carries the number to
 * query. `query` and `queryCard` are tried up to three times. The methods may be taken off the object.
 */
export interface IotPay {
  readonly mchId: string;
  /** Opens a payment page for a new order. @throws IotPayServerError, `outcome_unknown` where the answer was lost. */
  readonly purchase: (request: PurchaseRequest, options?: CallOptions) => Promise<IotPaySession>;
  /** Opens a page on which the customer saves a card. Sent once; it moves no money, so a lost answer may be asked for again. */
  readonly addCard: (request: AddCardRequest, options?: CallOptions) => Promise<IotPaySession>;
  /** A saved card, without its cvv. @throws IotPayServerError `card_not_bound` if there is none under this `cardId`. */
  readonly queryCard: (request: QueryCardRequest, options?: CallOptions) => Promise<IotPaySavedCard>;
  /** Charges a saved card. Read the order with `readOrderStatus`: it may still be pending. */
  readonly purchaseWithToken: (
    request: PurchaseWithTokenRequest,
    options?: CallOptions,
  ) => Promise<IotPayOrder>;
  /** Charges Apple Pay or Google Pay. Read the order with `readOrderStatus`: it may still be pending. */
  readonly purchaseWithWallet: (
    request: PurchaseWithWalletRequest,
    options?: CallOptions,
  ) => Promise<IotPayOrder>;
  /** An order as the gateway sees it now; the truth about a payment, unlike anything the browser says. */
  readonly query: (request: QueryRequest, options?: CallOptions) => Promise<IotPayOrder>;
  /** Takes back a whole payment that is not settled yet. */
  readonly voidPayment: (request: VoidRequest, options?: CallOptions) => Promise<IotPayOrder>;
  /** Gives back all or part of a settled payment. */
  readonly refund: (request: RefundRequest, options?: CallOptions) => Promise<IotPayOrder>;
  /**
   * Asks until an order is paid or failed, by default once a second and at most 30 times (gateway contract, section 1). "Still unknown"
   * is an outcome, not an error: keep the order open and ask again later.
   *
   * @throws IotPayServerError `aborted`, `invalid_request`, or `gateway_refused` where the gateway refuses the signature.
   */
  readonly waitForResult: (request: WaitForResultRequest) => Promise<PaymentResult>;
  /** Checks a message's `sign` with the merchant's keys. `createNotificationHandler` does it for notifications. */
  readonly checkSignature: (params: SignParams, options?: SignatureCheckOptions) => SignatureCheck;
}

/**
 * Everything a merchant server asks the gateway. Create it once; it holds the credentials in a closure, so that logging it shows none.
 *
 * @throws IotPayError `invalid_config` for a blank or padded credential, or a missing environment.
 * @example
 * const iotpay = createIotPay({ environment: 'production', mchId, loginName, merchantKey });
 * const { secureId } = await iotpay.purchase({ mchOrderNo: createOrderNo(), amount: toCents('19.99'), channel: 'PF_CC', notifyUrl, returnUrl });
 */
export function createIotPay(config: IotPayConfig): IotPay {
  const resolved = readConfig(config);

  function once<Request extends object, Answer>(call: calls.Call<Request, Answer>) {
    return async (request: Request, options?: CallOptions): Promise<Answer> =>
      sendOnce(resolved, call, validate(call, request), options?.signal);
  }

  function read<Request extends object, Answer>(call: calls.Call<Request, Answer>) {
    return async (request: Request, options?: CallOptions): Promise<Answer> => {
      const checked = validate(call, request);
      return retryRead(() => sendOnce(resolved, call, checked, options?.signal), options?.signal);
    };
  }

  return Object.freeze({
    mchId: resolved.mchId,
    purchase: once(calls.purchase),
    addCard: once(calls.addCard),
    queryCard: read(calls.queryCard),
    purchaseWithToken: once(calls.purchaseWithToken),
    purchaseWithWallet: once(calls.purchaseWithWallet),
    query: read(calls.query),
    voidPayment: once(calls.voidPayment),
    refund: once(calls.refund),
    waitForResult: (request: WaitForResultRequest) => pollResult(once(calls.query), request),
    checkSignature: (params: SignParams, options?: SignatureCheckOptions) =>
      checkWithKeys(params, resolved.keys, options),
  });
}
