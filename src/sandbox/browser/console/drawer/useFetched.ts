import { useEffect, useState } from 'react';
import { consolePaths } from '../../../consoleApi/paths';
import type { Scenario } from '../../../consoleApi/scenario';
import type { ConsoleCard, Snippets } from '../../../consoleApi/state';
import { request } from '../core/request';

interface Answers {
  readonly cards: { readonly cards: readonly ConsoleCard[] };
  readonly snippets: Snippets;
  readonly scenarios: { readonly scenarios: readonly Scenario[] };
}

/** What stays the same while the sandbox runs; undefined until it is there. */
export function useFetched<Name extends keyof Answers>(name: Name): Answers[Name] | undefined {
  const [answer, setAnswer] = useState<Answers[Name]>();
  useEffect(() => {
    let isCurrent = true;
    request.get<Answers[Name]>(consolePaths[name]).then(
      (next) => isCurrent && setAnswer(next),
      // The header says that the sandbox is gone.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return answer;
}
