import type { ReactElement } from 'react';
import type { OrderView } from '../../contract/shopRoutes';
import type { CheckoutTexts } from '../provider/useCheckoutTexts';

/** The receipt of a payment: the amount, the order's number, and the card. */
export function Receipt({ order, texts }: { order: OrderView; texts: CheckoutTexts }): ReactElement {
  const { messages, money } = texts;
  const lines = [
    [messages.amount, money(order)],
    [messages.orderNumber, order.mchOrderNo],
    [messages.card, order.cardNum],
  ];
  return (
    <dl className="iotpay-checkout-receipt">
      {lines.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
