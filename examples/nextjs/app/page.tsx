import { headers } from 'next/headers';
import { IotPayProvider, preloadIotPay } from 'react-iotpay';
import { readSession } from '../shop/session';
import { product } from '../shop/product';
import { PayForm } from './PayForm';
import './checkout.css';

/**
 * The checkout. The goods are rendered on the server, and the card form is a client component beside them. A server
 * component may render the library's components directly, because they bring their own `'use client'`. It calls
 * `preloadIotPay`, so that the script loads before the bundle. At IOTPay's own address `src` is not needed; here the
 * local gateway takes its place.
 */
export default async function CheckoutPage() {
  const { cartId = '' } = await readSession();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const src = `${process.env.IOTPAY_URL}/cc/iotpaycc.js`;
  preloadIotPay({ src, ...(nonce && { nonce }) });
  return (
    <>
      <h1>Checkout</h1>
      <div className="columns">
        <section className="bag panel" aria-label="Your order">
          <div className="picture" aria-hidden="true">
            <span>Tidewater</span>
          </div>
          <h2>{product.name}</h2>
          <p className="soft">{product.notes}</p>
          <p className="total">
            <span>{product.weight}</span>
            <strong>${product.price}</strong>
          </p>
        </section>
        <section aria-labelledby="pay">
          <h2 id="pay">Pay by card</h2>
          <IotPayProvider src={src} nonce={nonce}>
            <PayForm cartId={cartId} price={product.price} />
          </IotPayProvider>
        </section>
      </div>
    </>
  );
}
