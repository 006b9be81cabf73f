'use client';

import { useRouter } from 'next/navigation';
import { IotPayCard, useSecureId } from 'react-iotpay';
import type { Checkout } from './api/checkout/route';

async function fetchCheckout(signal: AbortSignal): Promise<Checkout> {
  const answer = await fetch('/api/checkout', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The checkout answered ${answer.status}.`);
  return (await answer.json()) as Checkout;
}

/**
 * Takes the payment in IOTPay's own iframe. Whatever the form says in the end, the order's page comes next and shows what the
 * server knows: a browser's word decides nothing.
 */
export function PayForm({ price }: { price: string }) {
  const router = useRouter();

  async function checkOut({ signal }: { signal: AbortSignal }) {
    const checkout = await fetchCheckout(signal);
    // Paid before, or nobody knows: the card opens no form, and the order's page says more.
    if ('settled' in checkout) router.replace(`/orders/${checkout.mchOrderNo}`);
    return checkout;
  }

  // One key is one order. A shop with a bag takes the bag's id and revision.
  const session = useSecureId(checkOut, { key: 'tidewater' });
  // The form's page leaves the history: going back must not lead to a form that has been used.
  const showOrder = () => router.replace(`/orders/${session.data?.mchOrderNo}`);

  return (
    <IotPayCard
      className="card-form"
      secureId={session}
      options={{
        darkMode: 'auto',
        theme: 'card',
        button: { text: `Pay $${price}`, backgroundColor: '#12459b' },
      }}
      onSuccess={showOrder}
      onFail={showOrder}
      onTimeout={showOrder}
    />
  );
}
