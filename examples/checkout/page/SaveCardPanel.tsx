import { useEffect, useState, type ReactElement } from 'react';
import { IotPayCard, useSecureId } from 'react-iotpay';
import type { SavedCardView } from '../api';
import { formOptions } from './formOptions';
import { shopApi } from './shopApi';

type Told = { status: 'success' } | { status: 'failed'; message: string } | { status: 'unknown' };

const words = {
  success: 'Your card is saved.',
  failed: 'The card was not saved.',
  unknown: 'We could not hear whether the card was saved. If it was, it is in the list below.',
};

function expiry(mmyy: string): string {
  return mmyy && `, expires ${mmyy.slice(0, 2)}/${mmyy.slice(2)}`;
}

/** One card to be saved: every attempt has a secureId of its own. */
function AddCard({
  attempt,
  darkMode,
  onTold,
}: {
  attempt: string;
  darkMode: boolean;
  onTold: (told: Told) => void;
}) {
  const session = useSecureId(({ signal }) => shopApi.addCard(signal), { key: attempt });
  const options = formOptions(darkMode, 'Save this card');
  return (
    <IotPayCard
      className="card-form"
      mode="Add"
      secureId={session}
      options={options}
      redirect="manual"
      onSuccess={() => onTold({ status: 'success' })}
      onFail={({ message }) => onTold({ status: 'failed', message })}
      onTimeout={() => onTold({ status: 'unknown' })}
    />
  );
}

export function SaveCardPanel({ darkMode }: { darkMode: boolean }): ReactElement {
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const [told, setTold] = useState<Told>();
  const [cards, setCards] = useState<SavedCardView[]>([]);

  // The list is the server's, which has it from the gateway: that the form said "saved" is only a reason to look.
  useEffect(() => {
    const controller = new AbortController();
    shopApi.cards(controller.signal).then(setCards, () => undefined);
    return () => controller.abort();
  }, [told]);

  return (
    <>
      <p className="hint">For next time. Nothing is charged, and IOTPay keeps the card, not the shop.</p>
      {told ? (
        <div className="told" role="status">
          <p>
            <strong>{words[told.status]}</strong> {told.status === 'failed' && told.message}
          </p>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              setAttempt(crypto.randomUUID());
              setTold(undefined);
            }}
          >
            {told.status === 'failed' ? 'Try again' : 'Save another card'}
          </button>
        </div>
      ) : (
        <AddCard key={attempt} attempt={attempt} darkMode={darkMode} onTold={setTold} />
      )}
      {cards.length > 0 && (
        <section aria-labelledby="cards-title" className="saved-cards">
          <h3 id="cards-title">Your saved cards</h3>
          <ul>
            {cards.map((card) => (
              <li key={card.cardId}>
                <span className="mono">{card.cardNum}</span>
                {expiry(card.expiryDate)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
