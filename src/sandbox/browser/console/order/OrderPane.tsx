import { useConsole } from '../parts/ConsoleContext';
import { Problems } from '../parts/Problems';
import { RouteLink } from '../parts/RouteLink';
import { ForcePanel } from './ForcePanel';
import { NotifyPanel } from './NotifyPanel';
import { OrderFacts } from './OrderFacts';
import { OrderHead } from './OrderHead';
import { Timeline } from './Timeline';
import { useTimeline } from './useTimeline';

/** The middle of the page: one order with its timeline, its actions and its facts. */
export function OrderPane({ mchOrderNo }: { mchOrderNo: string }) {
  const { say } = useConsole();
  const loaded = useTimeline(mchOrderNo);
  return (
    <section className="pane order-pane" aria-label={say(`Order ${mchOrderNo}`)}>
      <RouteLink to={{}} className="back">
        {`← ${say('All orders')}`}
      </RouteLink>
      {loaded === undefined && <p className="nothing">{say('Loading…')}</p>}
      {loaded && 'problem' in loaded && (
        <>
          <h2>
            <code>{mchOrderNo}</code>
          </h2>
          <p className="nothing">{say('The sandbox has no such order. It may have been reset.')}</p>
        </>
      )}
      {loaded && 'timeline' in loaded && (
        <>
          <OrderHead order={loaded.timeline.order} />
          <Problems texts={loaded.timeline.wrong} />
          <div className="order-parts">
            <Timeline events={loaded.timeline.events} mchOrderNo={mchOrderNo} />
            <div>
              <ForcePanel order={loaded.timeline.order} />
              <NotifyPanel order={loaded.timeline.order} key={mchOrderNo} />
              <OrderFacts timeline={loaded.timeline} />
            </div>
          </div>
        </>
      )}
    </section>
  );
}
