import { useState } from 'react';
import type { ForcedOutcome } from '../../../consoleApi/commands';
import type { ConsoleOrder } from '../../../consoleApi/orders';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { outcomeLabels } from '../labels/orderLabels';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';

const outcomes = Object.keys(outcomeLabels) as ForcedOutcome[];

/** The outcomes that an order can still get. A paid or failed order keeps its outcome, but queries can be told to deny it. */
function isPossible(outcome: ForcedOutcome, { state, session, kind }: ConsoleOrder): boolean {
  if (outcome === 'noSuchOrder') return true;
  if (kind !== 'payment' || !['open', 'pending', 'undecided'].includes(state)) return false;
  return outcome !== 'expired' || session === 'usable';
}

/** Decides what an order comes to: with the next card that is tried, or at once. */
export function ForcePanel({ order }: { order: ConsoleOrder }) {
  const { say } = useConsole();
  const [isNow, setNow] = useState(false);
  const { mchOrderNo, forced, charges } = order;
  const possible = outcomes.filter((outcome) => isPossible(outcome, order));
  const force = (outcome: ForcedOutcome) => async () => {
    const when = isNow || charges > 0 ? 'now' : 'next';
    await request.post(consolePaths.force(mchOrderNo), { outcome, when });
    return 'Forced';
  };
  const takeBack = async () => {
    await request.remove(consolePaths.force(mchOrderNo));
    return 'The force was taken back.';
  };
  return (
    <section aria-label={say('Force what comes next')}>
      <h3>{say('Force what comes next')}</h3>
      <div className="buttons">
        {possible.map((outcome) => (
          <CommandButton key={outcome} work={force(outcome)} isDisabled={forced === outcome}>
            {say(outcomeLabels[outcome])}
          </CommandButton>
        ))}
      </div>
      {charges === 0 && possible.length > 1 && (
        <label className="check">
          <input type="checkbox" checked={isNow} onChange={({ target }) => setNow(target.checked)} />
          {say('At once, as if the customer had just paid somewhere else')}
        </label>
      )}
      {forced !== undefined && (
        <p className="chips">
          <span className="chip">
            {`${say('Next:')} ${say(outcomeLabels[forced])}`}
            <CommandButton work={takeBack}>{say('Take back')}</CommandButton>
          </span>
        </p>
      )}
    </section>
  );
}
