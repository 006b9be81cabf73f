import { type ReactElement, type SyntheticEvent, useId, useState } from 'react';
import type { OrderDetails } from '../api';
import { say } from './languages/say';
import { shopApi, ShopApiError } from './shopApi';
import { amountToType, typedAmount } from './typedAmount';

interface RefundFormProps {
  mchOrderNo: string;
  /** What can be given back, in cents. */
  left: number;
  onDone: (details: OrderDetails) => void;
}

/** The amount is sent as it was typed: the server makes cents of it, and decides. */
export function RefundForm({ mchOrderNo, left, onDone }: RefundFormProps): ReactElement {
  const id = useId();
  const [amount, setAmount] = useState(amountToType(left));
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState('');

  function showLeft(details: OrderDetails): void {
    setAmount(amountToType(details.refunds?.left ?? 0));
    onDone(details);
  }

  async function giveBack(): Promise<void> {
    setIsBusy(true);
    setTrouble('');
    try {
      showLeft(await shopApi.refund(mchOrderNo, { amount: typedAmount(amount), left }));
    } catch (error) {
      const isAnswer = error instanceof ShopApiError;
      setTrouble(
        isAnswer ? error.message : say('The shop did not answer. Click again: it is given back once.'),
      );
      if (isAnswer && error.code === 'changed')
        await shopApi.order(mchOrderNo).then(showLeft, () => undefined);
    } finally {
      setIsBusy(false);
    }
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!isBusy) void giveBack();
  }

  return (
    <form className="refund-form" onSubmit={submit} noValidate>
      <label htmlFor={id}>{say('Amount, CAD')}</label>
      <div className="refund-amount">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          aria-invalid={trouble !== ''}
          aria-describedby={`${id}-trouble ${id}-hint`}
          onChange={(event) => setAmount(event.target.value)}
        />
        <button type="submit" className="button button-quiet" aria-disabled={isBusy}>
          {say(isBusy ? 'Giving back…' : 'Give back')}
        </button>
      </div>
      <p id={`${id}-trouble`} role="alert" className="refund-trouble">
        {trouble}
      </p>
      <p id={`${id}-hint`} className="refund-hint">
        {say(
          'Until IOTPay has settled the payment, only the whole of it can be taken back: a void, of which the card’s statement shows nothing. After that any part can be refunded.',
        )}
      </p>
    </form>
  );
}
