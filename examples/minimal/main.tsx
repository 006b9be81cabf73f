import { createRoot } from 'react-dom/client';
import { IotPayProvider } from 'react-iotpay';
import { Checkout, Thanks } from './Checkout';

const isBack = location.pathname === '/thanks';

createRoot(document.body.appendChild(document.createElement('main'))).render(
  // Without `src` the script is IOTPay's own; start.ts names that of the local sandbox.
  <IotPayProvider src={import.meta.env.VITE_IOTPAY_SCRIPT}>
    <h1>{isBack ? 'Your order' : 'Checkout'}</h1>
    {isBack ? <Thanks /> : <Checkout cartId="cart-7" />}
  </IotPayProvider>,
);
