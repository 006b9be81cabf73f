import { useState, type ReactElement } from 'react';
import { IotPayCard, useSecureId, type IotPayMode } from 'react-iotpay';
import type { CheckoutProps } from './Checkout';
import { Counter } from './Counter';
import { newSecureId } from './newSecureId';
import { useShopWords } from './shopLanguage';

/** The least that a shop can write: the card itself says how a payment ended. The customer may leave the page and come back. */
export function PlainCheckout({ request = newSecureId, ...card }: CheckoutProps): ReactElement {
  const { pay, add } = useShopWords();
  const [isHere, setHere] = useState(true);
  const session = useSecureId(request, { key: 'order' });
  return (
    <Counter {...(card.mode === 'Add' ? add : pay)}>
      <div className="fields">
        {isHere ? (
          <IotPayCard<IotPayMode> className="card-form" {...card} secureId={session} />
        ) : (
          <p className="soft">The customer looks at another page of the shop.</p>
        )}
        <button type="button" className="button button-quiet" onClick={() => setHere(!isHere)}>
          {isHere ? 'Leave the checkout' : 'Back to the checkout'}
        </button>
      </div>
    </Counter>
  );
}
