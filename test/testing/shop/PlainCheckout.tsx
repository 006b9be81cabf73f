import { useState, type ReactElement } from 'react';
import { IotPayCard, useSecureId } from '../../../src/index';
import type { CheckoutView, OrderView } from '../../../src/contract/shopRoutes';

async function post(body: object): Promise<CheckoutView> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/pay/checkout', { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as CheckoutView;
}

/** What a shop would write without IotPayCheckout: a form, and a question to its server once the script has said something. */
export function PlainCheckout({ cartId }: { cartId: string }): ReactElement {
  const [order, setOrder] = useState<OrderView>();
  const [declined, setDeclined] = useState<string>();
  const request = async () => {
    const view = await post({ request: { cartId }, declined });
    setOrder(view);
    if (view.secureId !== undefined) return view.secureId;
    return { settled: view.settled === 'paid' ? 'paid' : 'unknown' } as const;
  };
  const session = useSecureId(request, { key: `${cartId} after ${declined}` });
  const ask = async () => {
    const answer = await fetch(`/pay/orders/${order?.mchOrderNo}`);
    setOrder((await answer.json()) as OrderView);
  };
  return (
    <>
      <IotPayCard secureId={session} redirect="manual" onSuccess={ask} onFail={ask} onTimeout={ask} />
      <h2>{order ? `${order.mchOrderNo} ${order.state}` : 'Opening'}</h2>
      <button type="button" onClick={() => setDeclined(order?.mchOrderNo)}>
        Another card
      </button>
    </>
  );
}
