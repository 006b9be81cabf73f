import { useState, type ReactElement } from 'react';
import type { BagItem, SavedCardPaymentView, SavedCardView } from '../api';
import { checkoutKey, formKey, setOrder, setUndecided, type Draft } from './draft';
import { say } from './languages/say';
import { money } from './money';
import { navigate } from './route';
import { shopApi, ShopApiError } from './shopApi';

interface PayWithSavedCardProps {
  draft: Draft;
  items: BagItem[];
  /** In cents. The server charges it only if it comes to the same. */
  total: number;
  cards: SavedCardView[];
}

const lastFour = (cardNum: string) => `•••• ${cardNum.slice(-4)}`;
const expiry = (mmyy: string) => mmyy && say('Expires {}', `${mmyy.slice(0, 2)}/${mmyy.slice(2)}`);

const told = { paid: 'success', failed: 'failed', expired: 'failed', open: 'unknown' } as const;

/** The order's page takes over: it shows what the server knows, and waits where nobody knows. */
function showOrder({ mchOrderNo, state, reason }: SavedCardPaymentView): void {
  if (state === 'open') setUndecided(mchOrderNo);
  navigate(`/orders/${mchOrderNo}`, {
    told: { status: told[state], ...(reason && { message: reason }) },
    replace: true,
  });
}

/** One click, one payment: whichever card it is and however often it is clicked, the checkout key is the same. */
export function PayWithSavedCard({ draft, items, total, cards }: PayWithSavedCardProps): ReactElement {
  const [paying, setPaying] = useState<string>();
  const [trouble, setTrouble] = useState('');
  const key = checkoutKey(draft, items);

  async function pay(cardId: string): Promise<void> {
    setPaying(cardId);
    setTrouble('');
    try {
      const payment = await shopApi.payWithSavedCard({ checkoutKey: key, cardId, items, total });
      setOrder(formKey(draft, 'saved', items), payment.mchOrderNo);
      showOrder(payment);
    } catch (error) {
      setPaying(undefined);
      const isAnswer = error instanceof ShopApiError;
      if (isAnswer && error.mchOrderNo) navigate(`/orders/${error.mchOrderNo}`, { replace: true });
      setTrouble(
        isAnswer ? error.message : say('The shop did not answer. Click again: you pay once all the same.'),
      );
    }
  }

  return (
    <section aria-labelledby="cards-title" className="saved-cards" aria-busy={paying !== undefined}>
      <h3 id="cards-title">{say('Your saved cards')}</h3>
      <ul>
        {cards.map(({ cardId, cardNum, expiryDate }) => (
          <li key={cardId}>
            <p>
              <span className="mono">{cardNum}</span>
              <span className="saved-expiry">{expiry(expiryDate)}</span>
            </p>
            <button
              type="button"
              className="button"
              disabled={paying !== undefined}
              onClick={() => void pay(cardId)}
            >
              {paying === cardId ? say('Paying…') : say('Pay {} with {}', money(total), lastFour(cardNum))}
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="saved-trouble">
        {trouble}
      </p>
    </section>
  );
}
