import { isPerhapsOver } from '../model/facts';
import type { Evidence } from '../page/evidence';
import { cards } from './cards';
import { forms } from './forms';
import { createOutcomes } from './outcomes';

/** Something that always holds: it returns a sentence for each place where it does not. */
export type Invariant = (evidence: Evidence) => string[];

/** Takes note of the forms whose payment no connected card shows at the moment, and of the secureIds that are over. */
function takeNote({ sdk, commits, server }: Evidence): void {
  for (const request of server.requests) request.wasOver = isPerhapsOver(request);
  for (const form of sdk.forms) {
    const isShown = Object.values(commits).some((commit) => commit?.payment === form.payment);
    form.aloneSince = isShown ? undefined : (form.aloneSince ?? performance.now());
    if (!isShown) form.waitedTwice = true;
  }
}

/** @returns throws if anything that must hold after every step does not */
export function createCheck(evidence: Evidence): () => void {
  const outcomes = createOutcomes();
  return () => {
    takeNote(evidence);
    const wrong = [...evidence.violations, ...forms(evidence), ...outcomes(evidence), ...cards(evidence)];
    if (wrong.length) throw new Error(`${wrong.join('\n')}\n\nWhat happened:\n${evidence.log.join('\n')}`);
  };
}
