import { useState, type ReactElement } from 'react';
import type { IotPayChannel, ShopView } from '../api';
import { formKey, useDraft } from './draft';
import { say } from './languages/say';
import { money } from './money';
import { OrderStatus } from './OrderStatus';
import { PageTitle } from './PageTitle';
import { PayPanel } from './PayPanel';
import { Redirect } from './Redirect';
import { navigate, type Told } from './route';
import { SavedCardsPanel } from './SavedCardsPanel';
import { ShopLink } from './ShopLink';
import { Summary } from './Summary';
import { TestCards } from './TestCards';
import { usePricedBag } from './usePricedBag';
import { WaysToPay, type Way } from './WaysToPay';

/** An undecided order's page has the server ask about a payment that has begun. */
const undecided: Told = { status: 'unknown' };

const channelOf = { card: 'PF_CC', unionPay: 'UPI_EX', saved: undefined } as const;

export function CheckoutPage({ shop }: { shop: ShopView }): ReactElement {
  const draft = useDraft();
  const items = draft.items ?? shop.bag;
  const { bag } = usePricedBag(items);
  const [way, setWay] = useState<Way>('card');
  // The form looks as the page did when it was opened: the SDK can only rebuild a form, and what was typed would go.
  const [darkMode] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);

  if (draft.undecided) return <Redirect to={`/orders/${draft.undecided}`} told={undecided} />;

  const channel = channelOf[way];
  const mchOrderNo = channel && draft.orders[formKey(draft, channel, items)];

  const payBy = (payChannel: IotPayChannel) => (
    <PayPanel channel={payChannel} draft={draft} items={items} darkMode={darkMode} />
  );

  return (
    <>
      <PageTitle title={say('Checkout')} />
      <div className="columns">
        <div className="pay-column">
          <WaysToPay
            chosen={way}
            onChoose={setWay}
            panels={{
              card: payBy('PF_CC'),
              unionPay: payBy('UPI_EX'),
              saved: (
                <SavedCardsPanel draft={draft} items={items} total={bag?.total ?? 0} darkMode={darkMode} />
              ),
            }}
          />
          <TestCards gateway={shop.gateway} channel={channel ?? 'PF_CC'} />
        </div>
        <div className="side-column">
          <Summary title={say('Your order')} bag={bag} lines>
            <ShopLink className="quiet-link" to="/">
              {say('Change the bag')}
            </ShopLink>
          </Summary>
          {mchOrderNo && (
            <OrderStatus
              key={mchOrderNo}
              mchOrderNo={mchOrderNo}
              everyMs={shop.pollEveryMs}
              onPaid={() => navigate(`/orders/${mchOrderNo}`, { replace: true })}
            />
          )}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {bag && say('Total to pay: {}', money(bag.total))}
      </p>
    </>
  );
}
