import type { CardEntry } from '../../cardRules/cardEntry';
import type { PageAnswer, Refused, CardPageResult, Waiting } from '../pageData';

async function ask(call: 'submit' | 'poll', body: unknown): Promise<PageAnswer> {
  const response = await fetch(`/cc/${call}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The gateway answered ${response.status}`);
  return (await response.json()) as PageAnswer;
}

/** The customer decides in the UnionPay app; an answer that is lost on the way counts as "not yet". */
async function waitForApp(key: string, waiting: Waiting): Promise<CardPageResult> {
  for (let poll = 0; poll < waiting.polls; poll += 1) {
    await new Promise((resolve) => setTimeout(resolve, waiting.intervalMs));
    const answer = await ask('poll', { key }).catch(() => waiting);
    if (answer.state === 'finished') return answer;
  }
  return waiting.timeout;
}

/**
 * Sends the card to the gateway and sees the session through to its end. Rejects if the gateway can't be reached: it
 * charges a session once at most, so that the same card may simply be sent again.
 */
export async function pay(
  key: string,
  card: CardEntry,
  onWaiting: () => void,
): Promise<CardPageResult | Refused> {
  const answer = await ask('submit', { key, card });
  if (answer.state !== 'waiting') return answer;
  onWaiting();
  return waitForApp(key, answer);
}
