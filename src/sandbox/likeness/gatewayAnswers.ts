import * as v from 'valibot';

// What the gateway contract leaves unclear, as questions with typed answers. `iotpay doctor --probe` asks them, and the sandbox answers
// them as it was told, so that both speak of the same things.

const text = v.pipe(v.string(), v.maxLength(300));
const names = v.pipe(v.array(text), v.maxLength(200));

/** How the gateway answers one call. `none` is an answer that is no JSON object, and `other` one with another `retCode`. */
const said = v.strictObject({
  httpStatus: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  retCode: v.picklist(['SUCCESS', 'FAIL', 'other', 'none']),
  /** With `{mchOrderNo}`, `{cardId}`, `{payOrderId}` and `{field}` in the places of those that were asked about. */
  retMsg: v.optional(text),
});

/** Which of two ways to sign a message the gateway takes. */
const ways = <const One extends string, const Other extends string>(one: One, other: Other) =>
  v.picklist([one, other, 'either', 'neither']);

/** What becomes of a form that is opened with a `secureId` which can't be used. */
const unusable = v.strictObject({
  /** What the hosted script calls back with by itself, within a few seconds. */
  calls: v.picklist(['nothing', 'SUCCESS', 'FAIL']),
  /** What a person sees. Only they can tell, because the iframe is another site's. */
  shows: v.optional(v.picklist(['no frame', 'nothing', 'error', 'form'])),
});

const questions = {
  // How refusals read.
  unknownOrder: said,
  wrongSignature: said,
  missingSign: said,
  unknownMerchant: said,
  missingField: said,
  tooLong: said,
  cardNotBound: said,
  unknownPayment: said,
  usedOrderNo: said,
  unknownCall: said,
  brokenBody: said,
  // What is signed.
  fieldOrder: ways('ascii', 'case-insensitive'),
  emptyFields: ways('left out', 'signed'),
  unknownFields: ways('signed', 'ignored'),
  lowerCaseSign: v.picklist(['accepted', 'refused']),
  // What calls do.
  addCardName: ways('cc_addcard', 'cc_addCard'),
  unpaidOrder: v.strictObject({
    ...said.entries,
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))),
  }),
  secureId: v.strictObject({
    length: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    alphabet: v.picklist(['lower-case hex', 'hex', 'word characters', 'other']),
  }),
  redirectUrl: text,
  answerFields: names,
  orderFields: names,
  // What the hosted script does in a browser.
  scriptGlobals: names,
  scriptMethods: names,
  mountElement: v.picklist(['form', 'throws', 'nothing']),
  mountMissing: v.picklist(['throws', 'nothing']),
  mountFrame: v.picklist(['at once', 'later', 'never']),
  twoForms: v.picklist(['both', 'first only', 'second only', 'second throws', 'none']),
  unknownSecureId: unusable,
  spentSecureId: unusable,
  outcomeCalls: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  outcomeShape: names,
} satisfies v.ObjectEntries;

const behaviourSchema = v.strictObject(questions);

/** The questions' answers; what is left out is not known. */
export const gatewayAnswersSchema = v.partial(behaviourSchema);

/** What is known of a gateway, question by question. */
export type GatewayAnswers = Readonly<v.InferOutput<typeof gatewayAnswersSchema>>;

/** How the sandbox behaves where the gateway contract leaves a choice: every question has its answer. */
export type Behaviour = Readonly<v.InferOutput<typeof behaviourSchema>>;

/** A question that the gateway contract leaves open. */
export type GatewayQuestion = keyof typeof questions;

/** Whether a value answers a question in the form that it is asked for. */
export function isAnswer<Question extends GatewayQuestion>(
  question: Question,
  value: unknown,
): value is NonNullable<GatewayAnswers[Question]> {
  return v.is(questions[question], value);
}

export const gatewayQuestions = Object.keys(questions) as GatewayQuestion[];

/** How the gateway answers one call. */
export type GatewaySaid = v.InferOutput<typeof said>;

/** What becomes of a form whose `secureId` can't be used. */
export type UnusableForm = v.InferOutput<typeof unusable>;
