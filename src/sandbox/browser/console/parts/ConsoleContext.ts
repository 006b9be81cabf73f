import { createContext, use } from 'react';
import type { ConsoleModel } from '../core/consoleModel';
import type { PreferenceStore, Preferences } from '../core/preferences';
import type { Route, Router } from '../core/route';
import type { Say } from '../../languages/dictionary';

/** What every part of the console may need. */
export interface ConsoleContents {
  readonly model: ConsoleModel;
  readonly route: Route;
  readonly go: Router['go'];
  readonly preferences: Preferences;
  readonly changePreferences: PreferenceStore['change'];
  readonly say: Say;
  /** Says something to everybody: in a corner of the page, and to those who listen to it. */
  readonly announce: (text: string) => void;
}

export const ConsoleContext = createContext<ConsoleContents | undefined>(undefined);

export function useConsole(): ConsoleContents {
  const contents = use(ConsoleContext);
  if (!contents) throw new Error('This part stands outside of the console');
  return contents;
}
