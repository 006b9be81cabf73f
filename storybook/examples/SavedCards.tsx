import { useEffect, useState, type ReactElement } from 'react';
import { useIotPayCard, useSecureId } from 'react-iotpay';

interface SavedCard {
  cardId: string;
  cardNum: string;
  expiryDate: string;
}

type Result = 'paid' | 'failed' | 'unknown';

async function ask<Answer>(method: 'GET' | 'POST', path: string, body?: object, signal?: AbortSignal) {
  const answer = await fetch(path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as Answer;
}

/** A card that is typed in: IOTPay's form, and a secureId of its own. */
function AnotherCard({ onResult }: { onResult: (result: Result) => void }) {
  const session = useSecureId(
    ({ signal }) => ask<{ secureId: string }>('POST', '/api/subscription/checkout', undefined, signal),
    { key: 'subscription' },
  );
  const { containerProps, status, error, outcome, retry } = useIotPayCard({
    secureId: session,
    redirect: 'manual',
    onSuccess: () => onResult('paid'),
    onTimeout: () => onResult('unknown'),
  });
  const isDeclined = outcome?.status === 'failed';
  return (
    <div>
      {status === 'loading' && <p role="status">Preparing the card form…</p>}
      {(error ?? isDeclined) && (
        <div role="alert" className="note note-failed">
          <p>{isDeclined ? 'That card was declined. Nothing was paid.' : 'The card form can’t be shown.'}</p>
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
      <div {...containerProps} />
    </div>
  );
}

const told: Record<Result, string> = {
  paid: 'Paid. The first bag is being roasted.',
  failed: 'That card was declined, and nothing was paid. Choose another one.',
  unknown: 'Your bank has not answered yet. Please don’t pay again: we will write to you.',
};

/** Pay with a card that IOTPay keeps for the shop, or with another one. The shop has card ids, never cards. */
export function SavedCards(): ReactElement {
  const [cards, setCards] = useState<SavedCard[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [isPaying, setPaying] = useState(false);
  const [result, setResult] = useState<Result>();

  useEffect(() => {
    const controller = new AbortController();
    ask<SavedCard[]>('GET', '/api/cards', undefined, controller.signal).then(setCards, () => undefined);
    return () => controller.abort();
  }, []);

  // The server charges the saved card (purchaseWithToken); if its answer is lost, the outcome is unknown.
  const payWith = async (cardId: string) => {
    setPaying(true);
    const answer = await ask<{ result: Result }>('POST', '/api/subscription/pay', { cardId }).catch(() => ({
      result: 'unknown' as const,
    }));
    setPaying(false);
    setResult(answer.result);
  };

  if (result && result !== 'failed') {
    return (
      <p role="status" className={`note note-${result}`}>
        <span>{told[result]}</span>
      </p>
    );
  }
  return (
    <div className="fields">
      {result && (
        <p role="alert" className="note note-failed">
          <span>{told[result]}</span>
        </p>
      )}
      <fieldset className="choices">
        <legend>Pay with</legend>
        {[...cards, undefined].map((card) => {
          const value = card?.cardId ?? 'another';
          return (
            <label key={value} className="choice">
              <input
                type="radio"
                name="card"
                checked={chosen === value}
                disabled={isPaying}
                onChange={() => setChosen(value)}
              />
              {card ? (
                <>
                  <span className="choice-card">{card.cardNum}</span>
                  <span className="soft">{card.expiryDate.replace(/(..)(..)/, '$1/$2')}</span>
                </>
              ) : (
                <span>Pay with another card</span>
              )}
            </label>
          );
        })}
      </fieldset>
      {chosen === 'another' ? (
        <AnotherCard onResult={setResult} />
      ) : (
        <button
          type="button"
          className="button"
          disabled={!chosen || isPaying}
          onClick={() => chosen && void payWith(chosen)}
        >
          {isPaying ? 'Paying…' : 'Pay $24.00'}
        </button>
      )}
    </div>
  );
}
