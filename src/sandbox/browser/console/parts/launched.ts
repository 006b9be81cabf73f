import { useSyncExternalStore } from 'react';
import type { Launched } from '../../../consoleApi/commands';
import { createStore } from '../core/store';

/** The last payment that was opened here. Its address holds a secureId, so it is kept in no storage. */
export const launched = createStore<Launched | undefined>(undefined);

export const useLaunched = (): Launched | undefined => useSyncExternalStore(launched.subscribe, launched.get);
