import { readSession } from '../shop/session';
import { product } from '../shop/product';
import { PayForm } from './PayForm';
import './checkout.css';

/** The checkout: what is bought is rendered on the server, and the card form is a client component beside it. */
export default async function CheckoutPage() {
  const { cartId = '' } = await readSession();
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
          <PayForm cartId={cartId} price={product.price} />
        </section>
      </div>
    </>
  );
}
