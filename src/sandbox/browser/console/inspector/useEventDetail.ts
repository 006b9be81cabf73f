import { useEffect, useState } from 'react';
import type { ConsoleEvent } from '../../../consoleApi/events';
import { consolePaths } from '../../../consoleApi/paths';
import type { EventDetail } from '../../../consoleApi/state';
import { reasonIn, request } from '../core/request';

type Detail = EventDetail<ConsoleEvent>;
type Loaded = { readonly of: number } & ({ readonly detail: Detail } | { readonly problem: string });

/** All about one event, which never changes; undefined while it is fetched. */
export function useEventDetail(eventId: number): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let isCurrent = true;
    request.get<Detail>(consolePaths.event(eventId)).then(
      (detail) => isCurrent && setLoaded({ of: eventId, detail }),
      (error: unknown) => isCurrent && setLoaded({ of: eventId, problem: reasonIn(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [eventId]);
  return loaded?.of === eventId ? loaded : undefined;
}
