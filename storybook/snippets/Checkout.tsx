import { IotPayCard, useSecureId } from 'react-iotpay';

export function Checkout({ cartId, go }: { cartId: string; go: (path: string) => void }) {
  const session = useSecureId(
    ({ signal }) =>
      fetch(`/api/checkout/${cartId}`, { method: 'POST', signal }).then(
        (answer) => answer.json() as Promise<{ secureId: string }>,
      ),
    { key: cartId }, // one key is one order, whatever React does
  );
  return (
    <IotPayCard
      secureId={session}
      redirect="manual" // after a decline the card offers another one on a new order, here
      onSuccess={() => go('/paid')}
      onTimeout={() => go('/confirming')} // nobody knows yet: never ask to pay again
    />
  );
}
