import { PayPalButtons, PayPalScriptProvider } from '@paypal/react-paypal-js';
import { askForSecureId, goOn } from './checkout';

const options = { clientId: 'bench' };
const style = { layout: 'vertical' } as const;

const capture = () => askForSecureId().then(goOn);

// There is no `start`, because PayPal asks for its order only when the customer clicks, so its form does not wait for
// an order.

export function Hoisted() {
  return (
    <PayPalScriptProvider options={options}>
      <PayPalButtons style={style} createOrder={askForSecureId} onApprove={capture} />
    </PayPalScriptProvider>
  );
}

export function Inline() {
  return (
    <PayPalScriptProvider options={{ clientId: 'bench' }}>
      <PayPalButtons
        style={{ layout: 'vertical' }}
        createOrder={() => askForSecureId()}
        onApprove={() => capture()}
      />
    </PayPalScriptProvider>
  );
}
