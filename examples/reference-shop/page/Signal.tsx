import type { ReactElement } from 'react';
import { SignalFlag, type FlagLetter } from './SignalFlag';

/** What each flag means in the International Code of Signals, and here. */
export function Signal({ letter, meaning }: { letter: FlagLetter; meaning: string }): ReactElement {
  return (
    <p className="signal">
      <SignalFlag letter={letter} className="signal-flag" />
      <span>{meaning}</span>
    </p>
  );
}
