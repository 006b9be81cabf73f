import { Checkout } from '../Checkout';

export default function CheckoutPage() {
  return <Checkout cartId="cart-7" />;
}
