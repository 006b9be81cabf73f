import { useState } from 'react';
import { reasonIn } from '../core/request';
import { useConsole } from './ConsoleContext';

/**
 * Runs what a control does, tells how it went, and says while it is under way that it is. A second click meanwhile does nothing:
 * it would send a notification, or play a scenario, twice.
 */
export function useCommand(): {
  readonly isBusy: boolean;
  readonly run: (work: () => Promise<string | undefined>) => void;
} {
  const { announce, say } = useConsole();
  const [isBusy, setBusy] = useState(false);
  const run = (work: () => Promise<string | undefined>) => {
    if (isBusy) return;
    setBusy(true);
    work()
      .then((done) => {
        if (done !== undefined) announce(say(done));
      })
      .catch((error: unknown) => announce(say(reasonIn(error))))
      .finally(() => setBusy(false));
  };
  return { isBusy, run };
}
