import type { ReactElement } from 'react';
import { useIotPayCheckout, type UseIotPayCheckoutResult } from 'react-iotpay';

const cents = (amount: number) =>
  new Intl.NumberFormat('en-CA', { style: 'currency', currency: 'CAD' }).format(amount / 100);

/** What this shop says in each state. Only `paid` says that it was paid, and only after a decline is another try offered. */
function Words({ checkout }: { checkout: UseIotPayCheckoutResult }) {
  const { status, order } = checkout;
  switch (status) {
    case 'opening':
      return <p role="status">Weighing your vegetables…</p>;
    case 'form':
      return <p role="status">{checkout.isFormReady ? '' : 'One moment, the card form is coming…'}</p>;
    case 'chosen':
    case 'charging':
    case 'confirming':
      return (
        <p role="status" className="note note-unknown">
          <span>Your bank takes its time. Leave this page if you like, but please don’t pay again.</span>
        </p>
      );
    case 'paid':
      return (
        <p role="status" className="note note-paid">
          <span>Paid: {cents(order.amount)}. Your basket is on the bicycle tomorrow.</span>
        </p>
      );
    case 'declined':
    case 'failed':
      return (
        <div role="alert" className="note note-failed">
          <p>
            {status === 'declined'
              ? 'Your bank said no to this card.'
              : 'We can’t show the card form on this page.'}
          </p>
          <button type="button" className="button" onClick={checkout.tryAgain}>
            {status === 'declined' ? 'Take another card' : 'Try again'}
          </button>
          {status === 'failed' && checkout.hostedPage && (
            <a href={checkout.hostedPage}>Pay on IOTPay’s own page</a>
          )}
        </div>
      );
  }
}

/** A checkout in the shop's own markup: the hook has every state and action, and the form goes into `containerProps`. */
export function OwnCheckout({ basket }: { basket: string }): ReactElement {
  const checkout = useIotPayCheckout({ url: '/pay', request: { basket } });
  const { containerProps, order, status } = checkout;
  return (
    <div className="fields">
      {order && status !== 'paid' && <p className="soft">This week’s basket: {cents(order.amount)}</p>}
      <Words checkout={checkout} />
      <div {...containerProps} />
    </div>
  );
}
