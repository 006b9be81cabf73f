import { IotPayCheckout, IotPayReturn } from 'react-iotpay';
import 'react-iotpay/checkout.css';

export function CartPage({ cartId, go }: { cartId: string; go: (path: string) => void }) {
  return (
    <IotPayCheckout
      url="/pay"
      request={{ cartId }} // another request is another sale
      onPaid={({ mchOrderNo }) => go(`/thanks?mchOrderNo=${mchOrderNo}`)}
    />
  );
}

// The page at `returnTo`, where IOTPay's own page sends customers back to. Its address proves nothing: it asks your server.
export function ThanksPage() {
  return <IotPayReturn url="/pay" />;
}
