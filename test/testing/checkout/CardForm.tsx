// CardForm.tsx
import { useRef } from 'react';
import { IotPayCard, useSecureId } from 'react-iotpay';

export function CardForm({ cartId, go }: { cartId: string; go: (path: string) => void }) {
  const declined = useRef(''); // the order whose form is spent: the next card gets another order
  const session = useSecureId(
    async ({ signal }) => {
      const url = `/api/checkout/${cartId}?declined=${declined.current}`;
      const answer = await fetch(url, { method: 'POST', signal });
      return (await answer.json()) as { secureId: string; mchOrderNo: string };
    },
    { key: cartId },
  );
  return (
    <IotPayCard
      secureId={session}
      redirect="manual"
      onSuccess={() => go('/paid')}
      onFail={() => void (declined.current = session.data?.mchOrderNo ?? '')} // the card itself offers another try
      onTimeout={() => go('/confirming')} // nobody knows yet whether it was paid: never ask to pay again
    />
  );
}
