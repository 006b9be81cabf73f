import type { Outcome } from '../checkout/paymentOutcomes';
import { failEvents } from '../checkout/sdkEvents';
import type { Session } from '../checkout/sessions';
import type { Behaviour } from './gatewayAnswers';

/** The card page for an unusable `secureId`, as the imitated gateway shows it. */
export function unusableLike(
  dead: Outcome | undefined,
  session: Session | undefined,
  { unknownSecureId, spentSecureId }: Behaviour,
): { readonly dead: Outcome | undefined; readonly isBlank: boolean } {
  const isSpent = session?.answer !== undefined;
  if (!dead || (session && !isSpent)) return { dead, isBlank: false };
  const { calls, shows } = isSpent ? spentSecureId : unknownSecureId;
  // A form that is shown reports nothing by itself. Sending it gets the first answer, or an error that the session is over.
  if (shows === 'form') return { dead: undefined, isBlank: false };
  const events = calls === 'FAIL' ? failEvents(isSpent ? 'secureId is used' : 'secureId is invalid') : [];
  return { dead: { ...dead, events }, isBlank: shows === 'nothing' };
}
