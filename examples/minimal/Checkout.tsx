// Checkout.tsx: the customer's browser
import { IotPayCheckout, IotPayReturn } from 'react-iotpay';
import 'react-iotpay/checkout.css';

export function Checkout({ cartId }: { cartId: string }) {
  return (
    <IotPayCheckout
      url="/pay"
      request={{ cartId }}
      onPaid={({ mchOrderNo }) => location.assign(`/thanks?mchOrderNo=${mchOrderNo}`)}
    />
  );
}

/** The page at `returnTo`. Its address proves nothing, so it asks your server. */
export function Thanks() {
  return <IotPayReturn url="/pay" />;
}
