import { useState, type ReactElement } from 'react';
import {
  IotPayCard,
  useSecureId,
  type IotPayCardProps,
  type IotPayMode,
  type IotPayOutcome,
  type SecureIdRequest,
} from 'react-iotpay';
import { Counter } from './Counter';
import { newSecureId } from './newSecureId';
import { OutcomeNote } from './OutcomeNote';
import { Receipt } from './Receipt';
import { useShopWords } from './shopLanguage';
import { Wallet } from './Wallet';

export interface CheckoutProps extends Omit<IotPayCardProps<IotPayMode>, 'secureId'> {
  /** Asks the shop's server for a secureId. */
  request?: SecureIdRequest | undefined;
}

/** One card form in a shop, as a shop writes it: a new attempt is a new order, and "unknown" offers none. */
export function Checkout({ request = newSecureId, ...card }: CheckoutProps): ReactElement {
  const words = useShopWords();
  const [attempt, setAttempt] = useState(1);
  const [outcome, setOutcome] = useState<IotPayOutcome>();
  const session = useSecureId(request, { key: `order-${attempt}` });

  const isPayment = card.mode !== 'Add';
  const status = outcome?.status === 'success' ? 'paid' : outcome?.status;
  const saved = outcome?.status === 'success' && outcome.mode === 'Add' ? outcome.card : undefined;

  return (
    <Counter
      {...(isPayment ? words.pay : words.add)}
      aside={isPayment ? <Receipt stamp={status} /> : <Wallet card={saved} />}
    >
      {status ? (
        <OutcomeNote
          kind={saved ? 'saved' : status}
          reason={outcome?.message}
          onAgain={
            status === 'failed'
              ? () => {
                  setOutcome(undefined);
                  setAttempt(attempt + 1);
                }
              : undefined
          }
        />
      ) : (
        <IotPayCard<IotPayMode>
          className="card-form"
          {...card}
          secureId={session}
          onSuccess={(success) => {
            setOutcome(success);
            return card.onSuccess?.(success);
          }}
          onFail={(failed) => {
            setOutcome(failed);
            return card.onFail?.(failed);
          }}
          onTimeout={(unknown) => {
            setOutcome(unknown);
            return card.onTimeout?.(unknown);
          }}
        />
      )}
    </Counter>
  );
}
