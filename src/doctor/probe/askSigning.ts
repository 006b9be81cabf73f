import { canonicalText, type SignParams } from '../../server/signing/canonical';
import { signText } from '../../server/signing/sign';
import { madeUpOrderNo } from '../gateway/madeUp';
import { readsLike } from './askRefusals';
import type { Interview } from './interview';

const questions = ['fieldOrder', 'emptyFields', 'unknownFields', 'lowerCaseSign'] as const;

/** Sends a message whose `sign` was made over another text than the documented one; `undefined` where the answer tells nothing. */
type Try = (
  fields: SignParams,
  signedText: string,
  change?: (sign: string) => string,
) => Promise<boolean | undefined>;

/**
 * What counts in a signature. A message is understood to be accepted where the gateway says of it what it says of an order that it
 * doesn't know, and refused where it says what it says to a wrong key.
 */
export async function askSigning(interview: Interview): Promise<void> {
  const { unknownOrder, wrongSignature } = interview.answers;
  if (!unknownOrder || !wrongSignature || readsLike(unknownOrder, wrongSignature)) {
    for (const question of questions)
      interview.cannotTell(question, 'the gateway says the same to a wrong key');
    return;
  }
  const { mchId, merchantKey } = interview.settings;
  const tryText: Try = async (fields, signedText, change = (sign) => sign) => {
    const sign = change(signText(signedText, merchantKey));
    interview.blotter.hide(sign);
    const answer = await interview.send('cc_query', { ...fields, sign });
    const said = answer && interview.read(answer);
    if (readsLike(said, unknownOrder)) return true;
    return readsLike(said, wrongSignature) ? false : undefined;
  };
  const newMessage = () => {
    const mchOrderNo = madeUpOrderNo();
    interview.blotter.name(mchOrderNo, 'mchOrderNo');
    return { mchId, mchOrderNo };
  };

  const plain = newMessage();
  const isLowerCase = await tryText(plain, canonicalText(plain), (sign) => sign.toLowerCase());
  interview.learn(
    'lowerCaseSign',
    isLowerCase === undefined ? undefined : isLowerCase ? 'accepted' : 'refused',
  );

  // The empty field comes last in either order.
  const withEmpty = { ...newMessage(), payOrderId: '' };
  const leftOut = await tryText(withEmpty, canonicalText(withEmpty));
  const signed = await tryText(withEmpty, `${canonicalText(withEmpty)}payOrderId=&`);
  interview.learn('emptyFields', whichWay(leftOut, 'left out', signed, 'signed'));

  const message = newMessage();
  const withUnknown = { ...message, doctorNote: 'hello' };
  const unknownSigned = await tryText(withUnknown, canonicalText(withUnknown));
  const unknownIgnored = await tryText(withUnknown, canonicalText(message));
  interview.learn('unknownFields', whichWay(unknownSigned, 'signed', unknownIgnored, 'ignored'));
  if (!unknownSigned) {
    interview.cannotTell(
      'fieldOrder',
      'no documented message tells, and the gateway signs no fields that it does not know',
    );
    return;
  }
  // Upper case comes first in ASCII, and the alphabet decides where case does not count.
  const mixed = { ...newMessage(), doctorB: '1', doctora: '2' };
  const ascii = await tryText(mixed, canonicalText(mixed, 'ascii'));
  const caseless = await tryText(mixed, canonicalText(mixed, 'case-insensitive'));
  interview.learn('fieldOrder', whichWay(ascii, 'ascii', caseless, 'case-insensitive'));
}

/** Which of two ways is accepted; `undefined` where one of the answers tells nothing. */
export function whichWay<One extends string, Other extends string>(
  isOne: boolean | undefined,
  one: One,
  isOther: boolean | undefined,
  other: Other,
): One | Other | 'either' | 'neither' | undefined {
  if (isOne === undefined || isOther === undefined) return undefined;
  if (isOne) return isOther ? 'either' : one;
  return isOther ? other : 'neither';
}
