// What docs/gateway-contract.md leaves unclear, as questions with typed answers. `iotpay doctor --probe` asks them, and the sandbox answers
// them as it was told, so that both speak of the same things.

/** How the gateway answers one call. */
export interface GatewaySaid {
  readonly httpStatus: number;
  /** `none` is an answer that is no JSON object, and `other` one with another `retCode`. */
  readonly retCode: 'SUCCESS' | 'FAIL' | 'other' | 'none';
  /** With `{mchOrderNo}`, `{cardId}`, `{payOrderId}` and `{field}` in the places of those that were asked about. */
  readonly retMsg?: string | undefined;
}

/** Which of two ways to sign or name something the gateway takes. */
export type Ways<One extends string, Other extends string> = One | Other | 'either' | 'neither';

/** How a form behaves that is opened with an unusable `secureId`. */
export interface UnusableForm {
  /** The events that the hosted script calls back with by itself, within a few seconds. */
  readonly calls: 'nothing' | 'SUCCESS' | 'FAIL';
  /** The appearance. Only a person can tell it, because the iframe is another site's. */
  readonly shows?: 'no frame' | 'nothing' | 'error' | 'form' | undefined;
}

/** How refusals read. */
interface RefusalBehaviour {
  readonly unknownOrder: GatewaySaid;
  readonly wrongSignature: GatewaySaid;
  readonly missingSign: GatewaySaid;
  readonly unknownMerchant: GatewaySaid;
  readonly missingField: GatewaySaid;
  readonly tooLong: GatewaySaid;
  readonly cardNotBound: GatewaySaid;
  readonly unknownPayment: GatewaySaid;
  readonly usedOrderNo: GatewaySaid;
  readonly unknownCall: GatewaySaid;
  readonly brokenBody: GatewaySaid;
}

/** How calls and signatures behave. */
interface CallBehaviour {
  readonly fieldOrder: Ways<'ascii', 'case-insensitive'>;
  readonly emptyFields: Ways<'left out', 'signed'>;
  readonly unknownFields: Ways<'signed', 'ignored'>;
  readonly lowerCaseSign: 'accepted' | 'refused';
  readonly addCardName: Ways<'cc_addcard', 'cc_addCard'>;
  readonly unpaidOrder: GatewaySaid & { readonly status?: number | undefined };
  readonly secureId: {
    readonly length: number;
    readonly alphabet: 'lower-case hex' | 'hex' | 'word characters' | 'other';
  };
  readonly redirectUrl: string;
  readonly answerFields: string[];
  readonly orderFields: string[];
}

/** The hosted script's behaviour in a browser. */
interface BrowserBehaviour {
  readonly scriptGlobals: string[];
  readonly scriptMethods: string[];
  readonly mountElement: 'form' | 'throws' | 'nothing';
  readonly mountMissing: 'throws' | 'nothing';
  readonly mountFrame: 'at once' | 'later' | 'never';
  readonly twoForms: 'both' | 'first only' | 'second only' | 'second throws' | 'none';
  readonly unknownSecureId: UnusableForm;
  readonly spentSecureId: UnusableForm;
  readonly outcomeCalls: number;
  readonly outcomeShape: string[];
}

/** How the sandbox behaves where docs/gateway-contract.md leaves a choice: every question has its answer. */
export interface Behaviour extends RefusalBehaviour, CallBehaviour, BrowserBehaviour {}

/** A question that docs/gateway-contract.md leaves open. */
export type GatewayQuestion = keyof Behaviour;

/** The known answers about a gateway, question by question. An answer that is left out is unknown. */
export type GatewayAnswers = { readonly [Question in GatewayQuestion]?: Behaviour[Question] | undefined };
