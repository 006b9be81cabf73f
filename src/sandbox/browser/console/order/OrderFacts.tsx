import type { ReactNode } from 'react';
import type { OrderTimeline } from '../../../consoleApi/orders';
import { formatAmount } from '../../money';
import { formatDateTime } from '../labels/formatTime';
import { labelOfOrder, sessionLabels } from '../labels/orderLabels';
import { useConsole } from '../parts/ConsoleContext';
import { RouteLink } from '../parts/RouteLink';

/** The order's fields by their wire names, and the orders that belong to it. */
export function OrderFacts({ timeline: { order, related } }: { timeline: OrderTimeline }) {
  const { say, preferences } = useConsole();
  const money = (cents: number) => formatAmount(cents, order.currency, preferences.language);
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    ['payOrderId', order.payOrderId],
    ['status', order.status],
    ['channel', order.channel],
    ['subject', order.subject],
    ['cardNum', order.cardNum],
    ['refundable', order.kind === 'payment' ? money(order.refundable) : undefined],
    ['paySuccTime', order.paySuccTime],
    [say('Opened'), formatDateTime(order.openedAt, preferences.language)],
    [say('Card page'), order.session && say(sessionLabels[order.session])],
    [say('Charges'), order.charges],
  ];
  return (
    <section aria-label={say('Facts')}>
      <h3>{say('Facts')}</h3>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {related.length > 0 && (
        <ul className="related">
          {related.map((other) => (
            <li key={other.mchOrderNo}>
              <RouteLink to={{ mchOrderNo: other.mchOrderNo }}>
                {`${say(labelOfOrder(other)[0])} ${other.mchOrderNo} · ${money(other.amount)}`}
              </RouteLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
