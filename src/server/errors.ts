import { IotPayError, isIotPayError } from '../contract/error';

/** One thing that is wrong with a request: the field, and a sentence that goes on from its name. */
export interface IotPayIssue {
  readonly field: string;
  readonly message: string;
}

/** A request that breaks a rule of section 3: nothing was signed or sent. Mend the fields in `issues`. */
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
 * The gateway understood the call and refused it (`FAIL`): no money moved. A payment that it declined may have left a failed order,
 * so the next attempt needs another `mchOrderNo`. Show or log `retMsg`, don't send it again as it is.
 */
export class IotPayGatewayError extends IotPayError<'gateway_refused' | 'card_not_bound'> {
  override readonly name = 'IotPayGatewayError';
  readonly retCode: string;
  /** The gateway's reason, with anything secret in it blotted out. */
  readonly retMsg: string | undefined;

  constructor(
    code: 'gateway_refused' | 'card_not_bound',
    message: string,
    retCode: string,
    retMsg: string | undefined,
  ) {
    super(code, message);
    this.retCode = retCode;
    this.retMsg = retMsg;
  }
}

/** The number that finds an order again with `query`: a refund or void is queried by its `mchRefundNo`. */
export interface IotPayOrderNumbers {
  readonly mchOrderNo?: string | undefined;
  readonly mchRefundNo?: string | undefined;
}

/**
 * A call that creates or moves money was sent, and its answer was lost: it may or may not have taken effect. Query the
 * order by the number that this error carries before you do anything else; never send the call again before that.
 */
export class IotPayOutcomeUnknownError extends IotPayError<'outcome_unknown'> {
  override readonly name = 'IotPayOutcomeUnknownError';
  readonly mchOrderNo: string | undefined;
  readonly mchRefundNo: string | undefined;

  constructor(call: string, numbers: IotPayOrderNumbers, cause: IotPayError) {
    const number = numbers.mchRefundNo ?? numbers.mchOrderNo ?? '';
    super(
      'outcome_unknown',
      `Nobody knows whether ${call} took effect: ${cause.message} ` +
        `Before you do anything else, ask with query({ mchOrderNo: '${number}' }).`,
      cause,
    );
    this.mchOrderNo = numbers.mchOrderNo;
    this.mchRefundNo = numbers.mchRefundNo;
  }
}

/** What can become of one exchange with the gateway, other than an answer. */
export type IotPayExchangeCode = 'gateway_unreachable' | 'timeout' | 'aborted' | 'invalid_answer';

/** Everything that `react-iotpay/server` throws; `code` tells them apart. */
export type IotPayServerError =
  | IotPayError<'invalid_config' | 'invalid_amount' | IotPayExchangeCode>
  | IotPayValidationError
  | IotPayGatewayError
  | IotPayOutcomeUnknownError;

export type IotPayServerErrorCode = IotPayServerError['code'];

const codes: Readonly<Record<IotPayServerErrorCode, true>> = {
  invalid_config: true,
  invalid_request: true,
  invalid_amount: true,
  gateway_refused: true,
  card_not_bound: true,
  gateway_unreachable: true,
  timeout: true,
  aborted: true,
  invalid_answer: true,
  outcome_unknown: true,
};

/**
 * Tells this entry's errors from others, also across its ESM and CJS builds. A `switch` over `code` then knows each error's own
 * fields: `mchOrderNo` of an `outcome_unknown`, `issues` of an `invalid_request`, `retMsg` of a refusal.
 */
export function isIotPayServerError(error: unknown): error is IotPayServerError {
  return isIotPayError(error) && Object.hasOwn(codes, error.code);
}
