import { Elements, PaymentElement } from '@stripe/react-stripe-js';
import { loadStripe } from '@stripe/stripe-js';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { askForSecureId, goOn, secureId, type StartCheckout } from './checkout';

const stripe = loadStripe('pk_live_bench');

const options = { clientSecret: secureId };
const elementOptions = { layout: 'tabs' } as const;

export function Hoisted() {
  return (
    <Elements stripe={stripe} options={options}>
      <PaymentElement options={elementOptions} onChange={goOn} />
    </Elements>
  );
}

export function Inline() {
  return (
    <Elements stripe={stripe} options={{ clientSecret: secureId }}>
      <PaymentElement options={{ layout: 'tabs' }} onChange={() => goOn()} />
    </Elements>
  );
}

function WholeCheckout() {
  const [clientSecret, setClientSecret] = useState<string>();
  useEffect(() => void askForSecureId().then(setClientSecret), []);
  if (!clientSecret) return null;
  return (
    <Elements stripe={stripe} options={{ clientSecret }}>
      <PaymentElement />
    </Elements>
  );
}

export const start: StartCheckout = (container) => createRoot(container).render(<WholeCheckout />);
