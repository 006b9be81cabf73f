import { useEffect, useRef, useState, type ReactElement } from 'react';
import { IotPayCard, useSecureId } from 'react-iotpay';
import { formOptions } from './formOptions';
import type { Text } from './languages/fr';
import { say } from './languages/say';
import { sayReason } from './languages/sayReason';
import { navigate, savedCardPath } from './route';
import { shopApi } from './shopApi';

type Told = { status: 'success' } | { status: 'failed'; message: string } | { status: 'unknown' };

const words: Record<Told['status'], Text> = {
  success: 'Your card is saved.',
  failed: 'The card was not saved.',
  unknown: 'We could not hear whether the card was saved. If it was, it is in the list above.',
};

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
  const session = useSecureId(({ signal }) => shopApi.saveCard(signal), { key: attempt });
  const options = formOptions(darkMode, say('Save this card'));
  return (
    <IotPayCard
      className="card-form"
      mode="Add"
      secureId={session}
      options={options}
      onSuccess={() => onTold({ status: 'success' })}
      onFail={({ message }) => onTold({ status: 'failed', message })}
      onTimeout={() => onTold({ status: 'unknown' })}
    />
  );
}

interface SaveCardProps {
  /** There may be a card more than before. */
  onTold: () => void;
}

export function SaveCard({ onTold }: SaveCardProps): ReactElement {
  const [darkMode] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const [told, setTold] = useState<Told>();
  const nextButton = useRef<HTMLButtonElement>(null);

  // The form that had the focus is gone. The customer goes on where they want to go next.
  useEffect(() => nextButton.current?.focus(), [told]);

  return (
    <section aria-labelledby="save-title" className="save-card">
      <h3 id="save-title">{say('Save a card for next time')}</h3>
      <p className="hint">{say('Nothing is charged, and IOTPay keeps the card, not the shop.')}</p>
      {told ? (
        <div className="told" role="status">
          <p>
            <strong>{say(words[told.status])}</strong> {told.status === 'failed' && sayReason(told.message)}
          </p>
          {told.status === 'success' && (
            <button type="button" className="button" ref={nextButton} onClick={() => navigate(savedCardPath)}>
              {say('Pay with a saved card')}
            </button>
          )}
          <button
            type="button"
            className="button button-quiet"
            ref={told.status === 'success' ? undefined : nextButton}
            onClick={() => {
              setAttempt(crypto.randomUUID());
              setTold(undefined);
            }}
          >
            {say(told.status === 'failed' ? 'Try again' : 'Save another card')}
          </button>
        </div>
      ) : (
        <AddCard
          key={attempt}
          attempt={attempt}
          darkMode={darkMode}
          onTold={(outcome) => {
            setTold(outcome);
            onTold();
          }}
        />
      )}
    </section>
  );
}
