import type { ConsoleEvent } from '../../../consoleApi/events';
import { detailOf, toneOf } from '../labels/describeEvent';
import { titleOf } from '../labels/eventLabels';
import { useConsole } from '../parts/ConsoleContext';
import { EventTime } from '../parts/EventTime';
import { RouteLink } from '../parts/RouteLink';

interface EventRowProps {
  readonly event: ConsoleEvent;
  readonly isChosen: boolean;
  /** Whether the row has to say which order it is about. */
  readonly isNumbered: boolean;
}

/** One event, in the activity as in an order's timeline. */
export function EventRow({ event, isChosen, isNumbered }: EventRowProps) {
  const { say, preferences } = useConsole();
  const { mchOrderNo, id } = event;
  return (
    <RouteLink
      to={{ mchOrderNo: event.paymentNo ?? mchOrderNo, eventId: id }}
      className="row"
      isCurrent={isChosen}
    >
      <span className="row-head">
        <span className="mark" data-tone={toneOf(event)} data-type={event.type} />
        <strong>{say(titleOf(event))}</strong>
        {isNumbered && mchOrderNo !== undefined && <code>{mchOrderNo}</code>}
        <EventTime at={event.at} />
      </span>
      <span className="row-foot">
        <span className="row-details" lang="en">
          {detailOf(event, preferences.language)}
        </span>
      </span>
    </RouteLink>
  );
}
