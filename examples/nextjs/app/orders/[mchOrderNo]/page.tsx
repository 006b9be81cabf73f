import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { confirmOrder } from '../../../shop/askIotPay';
import { type Order, ordersOf } from '../../../shop/orders';
import { AskAgain } from './AskAgain';
import './order.css';

// Every look at this page asks again.
export const dynamic = 'force-dynamic';

/** What became of an order. The query that IOTPay adds to the address (`retCode`, `status`) is not read: anybody can write it. */
export default async function OrderPage({ params }: { params: Promise<{ mchOrderNo: string }> }) {
  const { mchOrderNo } = await params;
  const order = await confirmOrder(mchOrderNo);
  if (!order) notFound();

  return (
    <article className="order panel" data-state={order.state}>
      {results[resultOf(order)]}
      <dl>
        <dt className="soft">Order</dt>
        <dd className="number">{order.mchOrderNo}</dd>
        <dt className="soft">Amount</dt>
        <dd>${(order.amount / 100).toFixed(2)}</dd>
        {order.knownFrom && (
          <>
            <dt className="soft">Known from</dt>
            <dd>{sources[order.knownFrom]}</dd>
          </>
        )}
      </dl>
    </article>
  );
}

function resultOf({ state, isSurplus, cartId }: Order): keyof typeof results {
  if (state === 'paid' && isSurplus) return 'paidAgain';
  // That nothing was paid is known only when all the orders of the cart have failed.
  if (state === 'failed' && !ordersOf(cartId).every((order) => order.state === 'failed')) return 'declined';
  return state;
}

/* Not next/link: a new page has forgotten the used secureId, and so opens a new order. */
const tryAgain = <a href="/">Try again</a>;

const buyMore = (
  <form action="/api/cart" method="post">
    <button>Buy another bag</button>
  </form>
);

const results: Record<Order['state'] | 'paidAgain' | 'declined', ReactNode> = {
  paid: (
    <>
      <h1>Thank you. Your order is paid.</h1>
      <p>We roast on Tuesdays and ship the day after.</p>
      {buyMore}
    </>
  ),
  paidAgain: (
    <>
      <h1>You have paid for this twice.</h1>
      <p>We have been told, and will give this payment back to you.</p>
    </>
  ),
  failed: (
    <>
      <h1>The card was declined.</h1>
      <p>Nothing was paid. {tryAgain}</p>
    </>
  ),
  declined: (
    <>
      <h1>The card was declined.</h1>
      <p>{tryAgain}</p>
    </>
  ),
  expired: (
    <>
      <h1>This order was not paid in time.</h1>
      <p>Should a payment for it still arrive, this page will say so. {tryAgain}</p>
    </>
  ),
  // Nobody knows: no second try is offered, or the customer might pay twice.
  open: (
    <>
      <h1>We are confirming your payment.</h1>
      <p>Please don’t pay again. This page will know in a moment.</p>
      <AskAgain everyMs={2000} />
    </>
  ),
};

const sources = {
  notification: 'IOTPay’s notification, whose signature the server verified',
  query: 'IOTPay’s answer when the server asked',
};
