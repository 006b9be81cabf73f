'use client';

import { useRouter } from 'next/navigation';
import { IotPayCheckout } from 'react-iotpay';

/** Takes the payment in IOTPay's own iframe. Only the shop's server says that an order is paid, and then the thanks page shows it. */
export function PayForm({ cartId, price }: { cartId: string; price: string }) {
  const router = useRouter();
  return (
    <IotPayCheckout
      url="/pay"
      // Another cart is another sale.
      request={{ cartId }}
      options={{
        darkMode: 'auto',
        theme: 'card',
        button: { text: `Pay $${price}`, backgroundColor: '#12459b' },
      }}
      // Replaces the checkout in the history, because going back must not lead to a used form.
      onPaid={({ mchOrderNo }) => router.replace(`/thanks?mchOrderNo=${mchOrderNo}`)}
    />
  );
}
