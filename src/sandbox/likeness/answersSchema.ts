import * as v from 'valibot';
import type { Behaviour, GatewayAnswers, GatewayQuestion } from './gatewayAnswers';

// The form that each answer has to have. The types stand apart, in plain words: those that could be inferred from here would
// make a shop's compiler look for valibot, which the package does not bring.

const text = v.pipe(v.string(), v.maxLength(300));
const names = v.pipe(v.array(text), v.maxLength(200));

const said = v.strictObject({
  httpStatus: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  retCode: v.picklist(['SUCCESS', 'FAIL', 'other', 'none']),
  retMsg: v.optional(text),
});

/** Which of two ways to sign a message the gateway takes. */
const ways = <const One extends string, const Other extends string>(one: One, other: Other) =>
  v.picklist([one, other, 'either', 'neither']);

const unusable = v.strictObject({
  calls: v.picklist(['nothing', 'SUCCESS', 'FAIL']),
  shows: v.optional(v.picklist(['no frame', 'nothing', 'error', 'form'])),
});

const questions = {
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
  fieldOrder: ways('ascii', 'case-insensitive'),
  emptyFields: ways('left out', 'signed'),
  unknownFields: ways('signed', 'ignored'),
  lowerCaseSign: v.picklist(['accepted', 'refused']),
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
} satisfies { readonly [Question in GatewayQuestion]: v.GenericSchema<unknown, Behaviour[Question]> };

/** The answers to the questions. An answer that is left out is unknown. */
export const gatewayAnswersSchema = v.partial(v.strictObject(questions));

/** Whether a value answers a question in the form that it is asked for. */
export function isAnswer<Question extends GatewayQuestion>(
  question: Question,
  value: unknown,
): value is NonNullable<GatewayAnswers[Question]> {
  return v.is(questions[question], value);
}

export const gatewayQuestions = Object.keys(questions) as GatewayQuestion[];
