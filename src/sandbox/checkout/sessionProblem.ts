import type { IotPayMode } from '../../contract/sdk';
import type { Outcome } from './paymentOutcomes';
import { failEvents } from './sdkEvents';
import type { Session, Sessions } from './sessions';

function dead(title: string, message: string, events: unknown[]): Outcome {
  return { state: 'finished', tone: 'failed', title, message, events };
}

export function expiredOutcome(): Outcome {
  return dead(
    'This page has expired',
    'Go back to the shop and start again. You were not charged.',
    failEvents('secureId is expired'),
  );
}

/** Why a session can't take a card any more, or never could; `undefined` if it can. */
export function sessionProblem(
  session: Session | undefined,
  mode: IotPayMode,
  sessions: Sessions,
): Outcome | undefined {
  if (session?.answer) {
    // No event is sent. A FAIL would be untrue of a payment that went through, and a SUCCESS of a page without a payment.
    return dead('This page has been used', 'Go back to the shop to see how it ended.', []);
  }
  if (session?.purpose.mode !== mode) {
    return dead(
      'This page can’t be opened',
      'Its address is not one that the gateway gave out. Go back to the shop and start again.',
      failEvents('secureId is invalid'),
    );
  }
  return sessions.hasExpired(session) ? expiredOutcome() : undefined;
}
