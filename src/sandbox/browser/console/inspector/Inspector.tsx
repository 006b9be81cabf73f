import type { ConsoleEvent } from '../../../consoleApi/events';
import type { EventDetail } from '../../../consoleApi/state';
import { detailOf } from '../labels/describeEvent';
import { titleOf } from '../labels/eventLabels';
import { useConsole } from '../parts/ConsoleContext';
import { CopyButton } from '../parts/CopyButton';
import { EventTime } from '../parts/EventTime';
import { Problems } from '../parts/Problems';
import { RouteLink } from '../parts/RouteLink';
import { CallMessages } from './CallMessages';
import { NotificationMessages } from './NotificationMessages';
import { SignatureSteps } from './SignatureSteps';
import { useEventDetail } from './useEventDetail';
import { WireText } from './WireText';

/** The right of the page: one event down to its bytes. */
export function Inspector({ eventId }: { eventId: number }) {
  const { say, route } = useConsole();
  const loaded = useEventDetail(eventId);
  return (
    <section className="pane inspector" aria-label={say('Inspector')}>
      <RouteLink to={{ mchOrderNo: route.mchOrderNo }} className="back">
        {`← ${say('Close the inspector')}`}
      </RouteLink>
      {loaded === undefined && <p className="nothing">{say('Loading…')}</p>}
      {loaded && 'problem' in loaded && <p className="nothing">{say('This event is not kept any more.')}</p>}
      {loaded && 'detail' in loaded && <Detail {...loaded.detail} />}
    </section>
  );
}

function Detail({ event, signature, curl }: EventDetail<ConsoleEvent>) {
  const { say, preferences } = useConsole();
  return (
    <>
      <header>
        <h2>{say(titleOf(event))}</h2>
        <p className="hint">
          <EventTime at={event.at} /> · #{event.id}{' '}
          <span lang="en">{detailOf(event, preferences.language)}</span>
        </p>
        {curl !== undefined && (
          <CopyButton text={curl} what={titleOf(event)}>
            {say('Copy as curl')}
          </CopyButton>
        )}
      </header>
      {'wrong' in event && <Problems texts={event.wrong} />}
      {event.type === 'call' && <CallMessages event={event} />}
      {event.type === 'notification' && <NotificationMessages event={event} />}
      {event.type !== 'call' && event.type !== 'notification' && (
        <WireText title={say('Event')} text={JSON.stringify(event)} />
      )}
      {signature && <SignatureSteps signature={signature} />}
    </>
  );
}
