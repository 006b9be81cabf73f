import { useState, type ReactElement } from 'react';
import { IotPayCheckout, type IotPayCheckoutProps } from 'react-iotpay';
import { Counter } from './Counter';
import { Receipt, type Stamp } from './Receipt';
import { useShopWords } from './shopLanguage';

/** The whole checkout at the stationer's counter. All that the shop does is to stamp its receipt. */
export function WholeCheckout(props: IotPayCheckoutProps): ReactElement {
  const words = useShopWords();
  const [stamp, setStamp] = useState<Stamp>();
  return (
    <Counter {...words.checkout} aside={<Receipt stamp={stamp} />}>
      <IotPayCheckout
        {...props}
        onPaid={(order) => {
          setStamp('paid');
          return props.onPaid?.(order);
        }}
      />
    </Counter>
  );
}
