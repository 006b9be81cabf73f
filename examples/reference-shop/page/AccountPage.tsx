import { useEffect, useState, type ReactElement } from 'react';
import type { OrderLine } from '../api';
import { locale, say } from './languages/say';
import { money } from './money';
import { stateTexts } from './orderStates';
import { PageTitle } from './PageTitle';
import { orderPath } from './route';
import { SavedCards } from './SavedCards';
import { shopApi } from './shopApi';
import { ShopLink } from './ShopLink';

const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });

function Orders({ orders }: { orders: OrderLine[] }): ReactElement {
  if (orders.length === 0) return <p className="hint">{say('You have not bought anything yet.')}</p>;
  return (
    <ul className="account-list">
      {orders.map(({ mchOrderNo, state, total, createdAt }) => (
        <li key={mchOrderNo}>
          <p>
            <ShopLink to={orderPath(mchOrderNo)}>{date.format(createdAt)}</ShopLink>
            <span className="account-note">{say(stateTexts[state])}</span>
          </p>
          <p className="account-amount">{money(total)}</p>
        </li>
      ))}
    </ul>
  );
}

/** What the customer has bought, and the cards that IOTPay keeps for them. */
export function AccountPage(): ReactElement {
  const [orders, setOrders] = useState<OrderLine[]>();
  const [isDown, setIsDown] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    shopApi.orders(controller.signal).then(setOrders, () => setIsDown(!controller.signal.aborted));
    return () => controller.abort();
  }, []);

  return (
    <>
      <PageTitle title={say('Your orders and cards')} />
      <div className="columns">
        <section aria-labelledby="orders-title">
          <h2 id="orders-title">{say('Orders')}</h2>
          {orders && <Orders orders={orders} />}
          {isDown && (
            <p className="notice" role="alert">
              {say('The shop does not answer.')} <a href="/orders">{say('Try again')}</a>
            </p>
          )}
        </section>
        <SavedCards />
      </div>
    </>
  );
}
