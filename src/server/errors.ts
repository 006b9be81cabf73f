import { IotPayError, isIotPayError } from '../contract/error';
import type { IotPayOrder } from '../contract/order';

/** One mistake in a request: the field, and a sentence that goes on from its name. */
export interface IotPayIssue {
  readonly field: string;
  readonly message: string;
}

/** A request that breaks a rule of section 3 of docs/gateway-contract.md. Nothing was signed or sent. Correct the fields in `issues`. */
export class IotPayValidationError extends IotPayError<'invalid_request'> {
  override readonly name = 'IotPayValidationError';
  readonly issues: readonly IotPayIssue[];

  constructor(call: string, issues: readonly IotPayIssue[]) {
    const list = issues.map(({ field, message }) => `${field} ${message}`).join('; ');
    super('invalid_request', `The request for ${call} was not sent: ${list}.`);
    this.issues = issues;
  }
}

/**
 * The meaning of the gateway's FAIL. `card_not_bound`: no card is saved under the `cardId`. `order_not_found`: `query`
 * named an order that the gateway does not know. `gateway_refused`: anything else.
 */
export type IotPayRefusalCode = 'gateway_refused' | 'card_not_bound' | 'order_not_found';

/**
 * The gateway answered FAIL. The call decides what that proves (docs/gateway-contract.md, "What proves what"):
 *
 * - `query`: nothing about the payment. The gateway says FAIL for an order that it doesn't know yet, for a wrong key
 *   and for its own errors. `order_not_found` only proves that the call which makes the order has not arrived yet; a
 *   request whose answer was lost may still be on its way.
 * - a call that moves money: it failed only if `order` has the status 9 (`readOrderStatus(error.order) === 'failed'`).
 *   Otherwise `query` the number first, because money may have been charged or given back all the same.
 * - `purchase` and `addCard`: no page was opened, so no one can pay by this call.
 */
export class IotPayGatewayError extends IotPayError<IotPayRefusalCode> {
  override readonly name = 'IotPayGatewayError';
  readonly retCode: string;
  /** The gateway's reason, with anything secret in it blotted out. */
  readonly retMsg: string | undefined;
  /** The order that the refused call was about, if the gateway sent it along. */
  readonly order: IotPayOrder | undefined;

  constructor(
    code: IotPayRefusalCode,
    message: string,
    retCode: string,
    retMsg: string | undefined,
    order?: IotPayOrder,
  ) {
    super(code, message);
    this.retCode = retCode;
    this.retMsg = retMsg;
    this.order = order;
  }
}

/** The number that finds an order again with `query`. A refund or void is queried by its `mchRefundNo`. */
export interface IotPayOrderNumbers {
  readonly mchOrderNo?: string | undefined;
  readonly mchRefundNo?: string | undefined;
}

/**
 * A call that moves money was sent, and its answer was lost, so it may or may not have taken effect. Before you do
 * anything else, query the order by the number in this error. Never send the call again before that.
 */
export class IotPayOutcomeUnknownError extends IotPayError<'outcome_unknown'> {
  override readonly name = 'IotPayOutcomeUnknownError';
  readonly mchOrderNo: string | undefined;
  readonly mchRefundNo: string | undefined;

  constructor(call: string, numbers: IotPayOrderNumbers, cause: IotPayError) {
    const number = numbers.mchRefundNo ?? numbers.mchOrderNo ?? '';
    super(
      'outcome_unknown',
      `It is unknown whether ${call} took effect: ${cause.message} ` +
        `Before you do anything else, ask with query({ mchOrderNo: '${number}' }).`,
      cause,
    );
    this.mchOrderNo = numbers.mchOrderNo;
    this.mchRefundNo = numbers.mchRefundNo;
  }
}

/**
 * `purchase` or `addCard` was sent, and its answer was lost. The answer held the only copy of the secureId, so it can't
 * be used to pay or to save a card. There is no need to ask about this order, and a new call is safe. A `purchase`
 * needs a new `mchOrderNo`, because the gateway may have used up the old one.
 */
export class IotPaySessionLostError extends IotPayError<'session_lost'> {
  override readonly name = 'IotPaySessionLostError';
  /** The number that must not be used again. It is undefined for `addCard`, because its `cardId` may be used again. */
  readonly mchOrderNo: string | undefined;

  constructor(call: string, { mchOrderNo }: IotPayOrderNumbers, cause: IotPayError) {
    super(
      'session_lost',
      `The answer to ${call} was lost: ${cause.message} Its secureId is lost too, so it can't be used: ` +
        (mchOrderNo === undefined ? 'call again.' : 'call again with a new mchOrderNo.'),
      cause,
    );
    this.mchOrderNo = mchOrderNo;
  }
}

/** The errors of one exchange with the gateway. */
export type IotPayExchangeCode = 'gateway_unreachable' | 'timeout' | 'aborted' | 'invalid_answer';

/** Every error that `react-iotpay/server` throws; `code` tells them apart. */
export type IotPayServerError =
  | IotPayError<'invalid_config' | 'invalid_amount' | IotPayExchangeCode>
  | IotPayValidationError
  | IotPayGatewayError
  | IotPayOutcomeUnknownError
  | IotPaySessionLostError;

export type IotPayServerErrorCode = IotPayServerError['code'];

const codes: Readonly<Record<IotPayServerErrorCode, true>> = {
  invalid_config: true,
  invalid_request: true,
  invalid_amount: true,
  gateway_refused: true,
  card_not_bound: true,
  order_not_found: true,
  gateway_unreachable: true,
  timeout: true,
  aborted: true,
  invalid_answer: true,
  outcome_unknown: true,
  session_lost: true,
};

/**
 * Tells this entry's errors from others, also across its ESM and CJS builds. A `switch` over `code` then knows each
 * error's own fields: `mchOrderNo` of an `outcome_unknown`, `issues` of an `invalid_request`, `retMsg` of a refusal.
 */
export function isIotPayServerError(error: unknown): error is IotPayServerError {
  return isIotPayError(error) && Object.hasOwn(codes, error.code);
}
