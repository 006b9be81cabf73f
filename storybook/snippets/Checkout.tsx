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
      onSuccess={() => go('/paid')}
      onFail={() => go('/declined')}
      onTimeout={() => go('/confirming')} // nobody knows yet: never ask to pay again
    />
  );
}
