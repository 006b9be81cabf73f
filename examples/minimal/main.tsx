import { createRoot } from 'react-dom/client';
import { IotPayProvider } from 'react-iotpay';
import { Checkout, Thanks } from './Checkout';

const main = document.querySelector('main');
const isBack = location.pathname === '/thanks';
const cartId = new URLSearchParams(location.search).get('cart') ?? 'cart-7';

if (main)
  createRoot(main).render(
    // Without `src` the script is IOTPay's own. This is the local sandbox's.
    <IotPayProvider src={main.dataset.iotpayScript}>
      <h1>{isBack ? 'Your order' : 'Checkout'}</h1>
      {isBack ? <Thanks /> : <Checkout cartId={cartId} />}
    </IotPayProvider>,
  );
