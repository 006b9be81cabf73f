import { IotPayCheckout } from 'react-iotpay';

export default function CheckoutPage() {
  return <IotPayCheckout url="/pay" request={{ cartId: 'cart-7' }} />;
}
