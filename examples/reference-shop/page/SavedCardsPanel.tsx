import { useEffect, useState, type ReactElement } from 'react';
import type { BagItem, SavedCardView } from '../api';
import type { Draft } from './draft';
import { say } from './languages/say';
import { PayWithSavedCard } from './PayWithSavedCard';
import { SaveCard } from './SaveCard';
import { shopApi } from './shopApi';

interface SavedCardsPanelProps {
  draft: Draft;
  items: BagItem[];
  /** As the server worked it out, in cents; 0 until it has. */
  total: number;
  darkMode: boolean;
}

/** The customer's cards, to pay with again, and a form for another one. */
export function SavedCardsPanel({ draft, items, total, darkMode }: SavedCardsPanelProps): ReactElement {
  const [cards, setCards] = useState<SavedCardView[]>();
  const [isSaving, setIsSaving] = useState(false);
  const [looks, setLooks] = useState(0);
  const [isDown, setIsDown] = useState(false);

  // The list is the server's, which has it from the gateway: that the form said "saved" is only a reason to look.
  useEffect(() => {
    const controller = new AbortController();
    shopApi.cards(controller.signal).then(
      (known) => {
        setCards(known);
        setIsSaving((before) => before || known.length === 0);
        setIsDown(false);
      },
      () => setIsDown(!controller.signal.aborted),
    );
    return () => controller.abort();
  }, [looks]);

  if (!cards && !isDown) return <p className="hint">{say('Looking for your cards…')}</p>;
  if (!cards) {
    return (
      <div className="told" role="alert">
        <p>{say('We could not look up your cards.')}</p>
        <button type="button" className="button button-quiet" onClick={() => setLooks((n) => n + 1)}>
          {say('Try again')}
        </button>
      </div>
    );
  }
  const mayPay = cards.length > 0 && total > 0;
  return (
    <>
      {mayPay && <PayWithSavedCard draft={draft} items={items} total={total} cards={cards} />}
      {isSaving ? (
        <SaveCard darkMode={darkMode} onTold={() => setLooks((n) => n + 1)} />
      ) : (
        <button type="button" className="button button-quiet" onClick={() => setIsSaving(true)}>
          {say('Save another card')}
        </button>
      )}
    </>
  );
}
