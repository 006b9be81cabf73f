import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { confirmOrder } from '../../../shop/confirmOrder';
import type { Order } from '../../../shop/orders';
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
      {results[order.state]}
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

const results: Record<Order['state'], ReactNode> = {
  paid: (
    <>
      <h1>Thank you. Your order is paid.</h1>
      <p>We roast on Tuesdays and ship the day after.</p>
    </>
  ),
  failed: (
    <>
      <h1>The card was declined.</h1>
      <p>
        {/* Not next/link: a new page has forgotten the used secureId, and so opens a new order. */}
        Nothing was paid. <a href="/">Try again</a>
      </p>
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
