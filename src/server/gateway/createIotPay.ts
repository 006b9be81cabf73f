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
import { type SendOptions, sendOnce, validate } from './send';
import type { SignParams } from '../signing/canonical';
import { checkWithKeys, type SignatureCheck, type SignatureCheckOptions } from '../signing/verify';
import { type PaymentResult, pollResult, type WaitForResultRequest } from './waitForResult';

/**
 * The gateway's calls, for one merchant (docs/gateway-contract.md, section 3).
 *
 * Every call throws an `IotPayServerError`. It throws `invalid_request` before anything is sent, and an
 * `IotPayGatewayError` for a FAIL; that error's page says what a FAIL proves. Calls that move money are sent exactly
 * once. If their answer is lost, they throw `outcome_unknown`, which carries the number to query. `query` and
 * `queryCard` are repeated as `readRetries` says. The methods may be taken off the object.
 */
export interface IotPay {
  readonly mchId: string;
  /**
   * Opens a payment page for a new order. Sent once. If the answer was lost, it throws `session_lost`. The secureId is
   * lost too, so that order can't be paid, and a new one with a new `mchOrderNo` is safe.
   */
  readonly purchase: (request: PurchaseRequest, options?: CallOptions) => Promise<IotPaySession>;
  /** Opens a page on which the customer saves a card. Sent once. After a `session_lost` it may be called again. */
  readonly addCard: (request: AddCardRequest, options?: CallOptions) => Promise<IotPaySession>;
  /** A saved card, without its cvv. @throws IotPayServerError `card_not_bound` if there is none under this `cardId`. */
  readonly queryCard: (request: QueryCardRequest, options?: CallOptions) => Promise<IotPaySavedCard>;
  /**
   * Charges a saved card. Read the order with `readOrderStatus`: it may still be pending. A refusal proves that nothing was charged only if
   * it carries a failed order.
   */
  readonly purchaseWithToken: (
    request: PurchaseWithTokenRequest,
    options?: CallOptions,
  ) => Promise<IotPayOrder>;
  /** Charges Apple Pay or Google Pay. Read the order, or the refusal, as with `purchaseWithToken`. */
  readonly purchaseWithWallet: (
    request: PurchaseWithWalletRequest,
    options?: CallOptions,
  ) => Promise<IotPayOrder>;
  /**
   * An order as the gateway sees it now. This is the truth about a payment, unlike anything the browser says. A refusal
   * says nothing about the payment, even if it is `order_not_found`, because the call that makes the order may still be
   * on its way.
   */
  readonly query: (request: QueryRequest, options?: CallOptions) => Promise<IotPayOrder>;
  /** Takes back a whole payment that is not settled yet. */
  readonly voidPayment: (request: VoidRequest, options?: CallOptions) => Promise<IotPayOrder>;
  /** Gives back all or part of a settled payment. */
  readonly refund: (request: RefundRequest, options?: CallOptions) => Promise<IotPayOrder>;
  /**
   * Asks until an order is paid, refunded or failed, by default once a second, at most 30 times and for at most 60
   * seconds (docs/gateway-contract.md, section 1). "Still unknown" is an outcome, not an error: keep the order open and ask
   * again later. A FAIL is `unknown` too, with the error. Look at that error, because a wrong key shows there.
   *
   * @throws IotPayServerError `aborted` if the caller's signal fires for another reason than time, or
   *   `invalid_request`.
   */
  readonly waitForResult: (request: WaitForResultRequest) => Promise<PaymentResult>;
  /** Checks a message's `sign` with the merchant's keys. `createNotificationHandler` does it for notifications. */
  readonly checkSignature: (params: SignParams, options?: SignatureCheckOptions) => SignatureCheck;
}

/**
 * All calls of a merchant's server to the gateway. Create it once. It holds the credentials in a closure, so that
 * logging it shows none.
 *
 * @throws IotPayError `invalid_config` for a blank or padded credential, or a missing environment.
 * @example
 * const iotpay = createIotPay({ environment: 'production', mchId, loginName, merchantKey });
 * const { secureId } = await iotpay.purchase({ mchOrderNo: createOrderNo(), amount: toCents('19.99'), channel: 'PF_CC', notifyUrl, returnUrl });
 */
export function createIotPay(config: IotPayConfig): IotPay {
  const resolved = readConfig(config);

  function once<Request extends object, Answer>(call: calls.GatewayCall<Request, Answer>) {
    return async (request: Request, options?: CallOptions): Promise<Answer> =>
      sendOnce(resolved, call, validate(call, request), { signal: options?.signal, attempt: 1 });
  }

  function read<Request extends object, Answer>(call: calls.GatewayCall<Request, Answer>) {
    return async (request: Request, options?: CallOptions): Promise<Answer> => {
      const checked = validate(call, request);
      const signal = options?.signal;
      const send = (attempt: number) => sendOnce(resolved, call, checked, { signal, attempt });
      return retryRead(send, resolved.readRetries, signal);
    };
  }

  async function waitForResult(request: WaitForResultRequest): Promise<PaymentResult> {
    const { signal, deadlineMs, attempts, intervalMs, ...numbers } = request;
    const checked = validate(calls.query, numbers);
    const ask = (options: SendOptions) => sendOnce(resolved, calls.query, checked, options);
    return pollResult(ask, { signal, deadlineMs, attempts, intervalMs });
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
    waitForResult,
    checkSignature: (params: SignParams, options?: SignatureCheckOptions) =>
      checkWithKeys(params, resolved.keys, options),
  });
}
