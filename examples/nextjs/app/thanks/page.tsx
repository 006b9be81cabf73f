import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Order } from 'react-iotpay/orders';
import { orders } from '../../shop/orders';
import { beginCart, readSession } from '../../shop/session';
import { Confirming } from './Confirming';
import './thanks.css';

interface Props {
  searchParams: Promise<{ mchOrderNo?: string | string[] }>;
}

/**
 * Shows an order's outcome to its buyer, after the checkout and after IOTPay's own page. For the latter, its number is
 * in the query. Nothing else in the address is read, because anyone can write it.
 */
export default async function ThanksPage({ searchParams }: Props) {
  const order = await findOwnOrder(String((await searchParams).mchOrderNo));
  return (
    <article className="order panel" data-state={order.state}>
      {resultOf(order)}
      <dl>
        <dt className="soft">Order</dt>
        <dd className="number">{order.mchOrderNo}</dd>
        <dt className="soft">Amount</dt>
        <dd>${(order.amount / 100).toFixed(2)}</dd>
      </dl>
    </article>
  );
}

/** Finds the buyer's own order. An order of another customer is treated as missing. */
async function findOwnOrder(mchOrderNo: string): Promise<Order> {
  const { customer } = await readSession();
  const order = customer ? await orders.find(mchOrderNo) : undefined;
  return order && order.customer === customer ? order : notFound();
}

async function buyAnother() {
  'use server';
  await beginCart();
  redirect('/');
}

function resultOf({ mchOrderNo, state, payments }: Order): ReactNode {
  const tryAgain = <a href="/">Try again</a>;
  switch (state) {
    // The outcome is unknown, so no second try is offered, because the customer might pay twice.
    case 'open':
      return (
        <>
          <h1>Your payment</h1>
          <Confirming mchOrderNo={mchOrderNo} />
        </>
      );
    // Another order of the cart may be paid all the same. If the customer tries again, the checkout says so.
    case 'failed':
      return (
        <>
          <h1>The card was declined.</h1>
          <p>{tryAgain}</p>
        </>
      );
    case 'expired':
      return (
        <>
          <h1>This order was not paid in time.</h1>
          <p>Should a payment for it still arrive, this page will say so. {tryAgain}</p>
        </>
      );
    case 'refunded':
      return <h1>Your order was paid, and we have given the money back.</h1>;
    case 'paid':
    case 'partly_refunded':
      if (payments.every(({ surplus }) => surplus)) {
        return (
          <>
            <h1>You have paid for this twice.</h1>
            <p>We have been told, and will give this payment back to you.</p>
          </>
        );
      }
      return (
        <>
          <h1>Thank you. Your order is paid.</h1>
          <p>We roast on Tuesdays and ship the day after.</p>
          <form action={buyAnother}>
            <button>Buy another bag</button>
          </form>
        </>
      );
  }
}
