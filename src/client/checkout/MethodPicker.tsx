import { useId, type ReactElement } from 'react';
import type { CheckoutTexts } from '../provider/useCheckoutTexts';
import type { UseIotPayCheckoutResult } from './checkoutProps';
import { methodKey, type IotPayMethod } from './sale/method';

function nameOf({ name, card }: IotPayMethod, { messages }: CheckoutTexts): string {
  if (card) return messages.methodSaved.replace('{card}', card.cardNum);
  return name === 'card' ? messages.methodCard : messages.methodUnionPay;
}

type MethodPickerProps = Pick<UseIotPayCheckoutResult, 'methods' | 'method' | 'choose'> & {
  texts: CheckoutTexts;
};

/** The choice of the ways to pay. */
export function MethodPicker({ methods, method, choose, texts }: MethodPickerProps): ReactElement {
  const group = useId();
  const chosen = method && methodKey(method);
  return (
    <fieldset className="iotpay-checkout-methods">
      <legend>{texts.messages.payWith}</legend>
      {methods.map((each) => (
        <label key={methodKey(each)} className="iotpay-checkout-method">
          <input
            type="radio"
            name={group}
            checked={methodKey(each) === chosen}
            onChange={() => choose(each)}
          />
          {nameOf(each, texts)}
        </label>
      ))}
    </fieldset>
  );
}
