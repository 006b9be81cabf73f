import type { ReactElement } from 'react';
import type { OrderView } from 'react-iotpay';
import type { OrderDetails } from '../api';
import { locale, say } from './languages/say';
import { stateTexts } from './orderStates';

const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });

interface OrderLogProps {
  mchOrderNo: string;
  order: OrderView | undefined;
  details: OrderDetails | undefined;
  /** The server did not answer the last question. */
  isSilent: boolean;
}

/** The server's entry for an order, line by line. */
export function OrderLog({ mchOrderNo, order, details, isSilent }: OrderLogProps): ReactElement {
  // A refund changes the details, and the outcome stays what it was.
  const state = details?.settledAt ? details.state : order?.state;
  return (
    <section className="log" aria-labelledby="log-title" data-outcome={order?.outcome}>
      <h2 id="log-title">{say('Order status, as the shop’s server knows it')}</h2>
      <dl>
        <div>
          <dt>{say('Order')}</dt>
          <dd className="mono log-number">{mchOrderNo}</dd>
        </div>
        <div>
          <dt>{say('State')}</dt>
          {/* No live region: the page's heading takes the focus when the outcome changes, and says it. */}
          <dd className="log-state">{say(state ? stateTexts[state] : 'Asking the server')}</dd>
        </div>
        {details && (
          <div>
            <dt>{say(details.settledAt ? 'Since' : 'Opened')}</dt>
            <dd>{time.format(details.settledAt ?? details.createdAt)}</dd>
          </div>
        )}
      </dl>
      {isSilent && <p className="log-trouble">{say('The server does not answer. We keep asking.')}</p>}
    </section>
  );
}
