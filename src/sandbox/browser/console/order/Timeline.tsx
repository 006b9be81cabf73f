import { useState } from 'react';
import type { ConsoleEvent } from '../../../consoleApi/events';
import { EventRow } from '../list/EventRow';
import { useConsole } from '../parts/ConsoleContext';

/** Older events are drawn only on request. */
const shownAtFirst = 100;

/** All that happened to an order, the oldest first; its refunds' and voids' events say whose they are. */
export function Timeline({ events, mchOrderNo }: { events: readonly ConsoleEvent[]; mchOrderNo: string }) {
  const { say, route } = useConsole();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? events : events.slice(-shownAtFirst);
  return (
    <section aria-label={say('Timeline')}>
      <h3>{say('Timeline')}</h3>
      {shown.length < events.length && (
        <button type="button" className="button" data-kind="small" onClick={() => setWhole(true)}>
          {say(`Show ${events.length - shown.length} older ones`)}
        </button>
      )}
      {events.length === 0 && <p className="nothing">{say('Nothing is kept of what happened to it.')}</p>}
      <ol className="timeline">
        {shown.map((event) => (
          <li key={event.id}>
            <EventRow
              event={event}
              isChosen={event.id === route.eventId}
              isNumbered={event.mchOrderNo !== mchOrderNo}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
