import { useState, type ReactElement } from 'react';
import { IotPayCard, useSecureId, type IotPayMode } from 'react-iotpay';
import type { CheckoutProps } from './Checkout';
import { Counter } from './Counter';
import { newSecureId } from './newSecureId';
import { Receipt } from './Receipt';
import { useShopWords } from './shopLanguage';
import { Wallet } from './Wallet';

interface PlainCheckoutProps extends CheckoutProps {
  /** Adds a button that takes the card off the page, and brings it back. */
  canLeave?: boolean | undefined;
}

/** The least that a shop can write: the card itself says how a payment ended. */
export function PlainCheckout({
  request = newSecureId,
  canLeave,
  ...card
}: PlainCheckoutProps): ReactElement {
  const { pay, add } = useShopWords();
  const [isHere, setHere] = useState(true);
  const session = useSecureId(request, { key: 'order' });
  const isPayment = card.mode !== 'Add';
  return (
    <Counter {...(isPayment ? pay : add)} aside={isPayment ? <Receipt /> : <Wallet />}>
      <div className="fields">
        {isHere ? (
          <IotPayCard<IotPayMode> className="card-form" {...card} secureId={session} />
        ) : (
          <p className="soft">The customer looks at another page of the shop.</p>
        )}
        {canLeave && (
          <button type="button" className="button button-quiet" onClick={() => setHere(!isHere)}>
            {isHere ? 'Leave the checkout' : 'Back to the checkout'}
          </button>
        )}
      </div>
    </Counter>
  );
}
