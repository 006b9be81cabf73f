/** The refusals whose words differ from gateway to gateway, and that a probe can teach the sandbox. */
export type RefusalKind =
  | 'unknownOrder'
  | 'wrongSignature'
  | 'missingSign'
  | 'unknownMerchant'
  | 'missingField'
  | 'tooLong'
  | 'cardNotBound'
  | 'unknownPayment'
  | 'usedOrderNo'
  | 'unknownCall'
  | 'brokenBody'
  | 'unpaidOrder';

/** A call that the gateway understood and says no to; `message` is the `retMsg`, unless the gateway is to speak like another one. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    readonly kind?: RefusalKind,
    /** The field that is wrong. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** A refusal beside the words that it was sent with. */
export interface SaidRefusal {
  readonly retMsg: string;
  readonly message: string;
}
