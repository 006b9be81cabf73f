import { countCharacters } from '../../server/signing/characters';
import { type Finding, failed, passed } from '../finding';
import { type GatewaySettings, meantKey } from '../settings';

/** The problems with a key that need no call to the gateway. The key itself is never shown, but its length is. */
export function checkMerchantKey(settings: Pick<GatewaySettings, 'merchantKey'>): Finding {
  const { merchantKey } = settings;
  const meant = meantKey(settings);
  const oddity = [
    merchantKey !== merchantKey.trim() && 'begins or ends with white space',
    merchantKey.trim() !== meant && 'stands in quotation marks',
    /\s/.test(meant) && 'has white space in it',
    /[^\p{ASCII}]/u.test(meant) && 'has characters beyond ASCII in it',
  ].find((one) => one !== false);
  if (oddity === undefined) {
    return passed('merchantKey', `It has ${countCharacters(merchantKey)} characters and no white space.`);
  }
  return failed(
    'merchantKey',
    'key_with_blank',
    `The key ${oddity}.`,
    'Copy it again from the merchant portal, and look at how your environment variable is written: quotation marks and line breaks count.',
  );
}
