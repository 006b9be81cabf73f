import { useEffect, useState, type ReactElement } from 'react';
import type { SavedCard } from 'react-iotpay';
import { say } from './languages/say';
import { SaveCard } from './SaveCard';
import { shopApi } from './shopApi';

const expiry = (mmyy: string | undefined) =>
  mmyy && say('Expires {}', `${mmyy.slice(0, 2)}/${mmyy.slice(2)}`);

/** The customer's cards, to pay with again at the checkout, and a form for another one. */
export function SavedCards(): ReactElement {
  const [cards, setCards] = useState<SavedCard[]>();
  const [isSaving, setIsSaving] = useState(false);
  const [looks, setLooks] = useState(0);
  const [isDown, setIsDown] = useState(false);
  const lookAgain = () => setLooks((n) => n + 1);

  // The list is the server's, which has it from the gateway: that the form said "saved" is only a reason to look.
  useEffect(() => {
    const controller = new AbortController();
    shopApi.cards(controller.signal).then(
      (known) => {
        setCards(known);
        setIsDown(false);
      },
      () => setIsDown(!controller.signal.aborted),
    );
    return () => controller.abort();
  }, [looks]);

  async function remove(cardId: string): Promise<void> {
    await shopApi.removeCard(cardId).catch(() => setIsDown(true));
    lookAgain();
  }

  return (
    <section aria-labelledby="cards-title">
      <h2 id="cards-title">{say('Saved cards')}</h2>
      {isDown && (
        <div className="told" role="alert">
          <p>{say('We could not look up your cards.')}</p>
          <button type="button" className="button button-quiet" onClick={lookAgain}>
            {say('Try again')}
          </button>
        </div>
      )}
      {cards?.length === 0 && <p className="hint">{say('You have no saved card.')}</p>}
      {cards && cards.length > 0 && (
        <ul className="account-list">
          {cards.map(({ cardId, cardNum, expiryDate }) => (
            <li key={cardId}>
              <p>
                <span className="mono">{cardNum}</span>
                <span className="account-note">{expiry(expiryDate)}</span>
              </p>
              <button
                type="button"
                className="text-button"
                aria-label={say('Remove {}', cardNum)}
                onClick={() => void remove(cardId)}
              >
                {say('Remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isSaving ? (
        <SaveCard onTold={lookAgain} />
      ) : (
        <button type="button" className="button button-quiet" onClick={() => setIsSaving(true)}>
          {say('Save a card')}
        </button>
      )}
    </section>
  );
}
