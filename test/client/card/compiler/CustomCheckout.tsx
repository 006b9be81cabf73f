import type { ReactElement } from 'react';
import { useIotPayCard, useSecureId } from 'react-iotpay';

/** The plainest use of the hooks: ESLint's rules of the React Compiler read this file, and the test compiles it. */
export function CustomCheckout({ onPaid }: { onPaid: (mchOrderNo: string) => void }): ReactElement {
  const session = useSecureId(() => Promise.resolve('compiled'), { key: 'compiled' });
  const card = useIotPayCard({
    secureId: session,
    onSuccess: ({ order }) => onPaid(order.mchOrderNo),
  });
  return (
    <section aria-label="Checkout">
      <p role="status">{card.status}</p>
      {card.error && <button onClick={card.retry}>{card.error.code}</button>}
      <div {...card.containerProps} />
    </section>
  );
}

/** The same with the ref taken out of the result, as the README shows it. */
export function DestructuredCheckout(): ReactElement {
  const { containerRef, status } = useIotPayCard({ secureId: 'destructured' });
  return (
    <section aria-label="Checkout">
      <p role="status">{status}</p>
      <div ref={containerRef} />
    </section>
  );
}
