import { useEffect, type ReactElement } from 'react';
import type { OrderView } from '../api';
import type { Text } from './languages/fr';
import { locale, say } from './languages/say';
import { useOrder, type KnownOrder } from './useOrder';

const states: Record<OrderView['state'], Text> = {
  open: 'Not known to be paid',
  paid: 'Paid',
  failed: 'Declined',
  expired: 'Not paid in time',
};

const sources: Record<NonNullable<OrderView['settledBy']>, Text> = {
  notification: 'IOTPay’s notification, whose signature the server verified',
  query: 'IOTPay’s answer when the server asked',
  unsent: 'Nothing was sent to IOTPay',
};

const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });

/** The server's entry for an order, line by line. */
export function OrderLog({ mchOrderNo, order, trouble }: KnownOrder & { mchOrderNo: string }): ReactElement {
  return (
    <section className="log" aria-labelledby="log-title" data-state={order?.state}>
      <h2 id="log-title">{say('Order status, as the shop’s server knows it')}</h2>
      <dl>
        <div>
          <dt>{say('Order')}</dt>
          <dd className="mono log-number">{mchOrderNo}</dd>
        </div>
        <div>
          <dt>{say('State')}</dt>
          <dd role="status" className="log-state">
            {say(order ? states[order.state] : 'Asking the server')}
          </dd>
        </div>
        {order?.settledBy && (
          <div>
            <dt>{say('Known from')}</dt>
            <dd>{say(sources[order.settledBy])}</dd>
          </div>
        )}
        {order && (
          <div>
            <dt>{say(order.settledAt ? 'Since' : 'Opened')}</dt>
            <dd>{time.format(order.settledAt ?? order.createdAt)}</dd>
          </div>
        )}
      </dl>
      {trouble === 'unreachable' && (
        <p className="log-trouble">{say('The server does not answer. We keep asking.')}</p>
      )}
    </section>
  );
}

interface OrderStatusProps {
  mchOrderNo: string;
  everyMs: number;
  /** The server came to know of the payment, perhaps before the form said anything. */
  onPaid: () => void;
}

/** Follows an order that is being paid. It never makes the server ask the gateway: nothing may have happened yet. */
export function OrderStatus({ mchOrderNo, everyMs, onPaid }: OrderStatusProps): ReactElement {
  const known = useOrder(mchOrderNo, everyMs, Infinity);
  const isPaid = known.order?.state === 'paid';

  useEffect(() => {
    if (isPaid) onPaid();
  }, [isPaid, onPaid]);

  return <OrderLog mchOrderNo={mchOrderNo} {...known} />;
}
