import type { ReactElement } from 'react';
import { useShopWords } from './shopLanguage';

interface OutcomeNoteProps {
  kind: 'paid' | 'saved' | 'failed' | 'unknown';
  /** The gateway's own words: for the shop's log, and here for the reader. */
  reason?: string | undefined;
  onAgain?: (() => void) | undefined;
}

/** What the shop says once there is an outcome. Only a decline offers another try. */
export function OutcomeNote({ kind, reason, onAgain }: OutcomeNoteProps): ReactElement {
  const words = useShopWords();
  const { title, text } = words.outcomes[kind];
  return (
    <div className={`note note-${kind}`} role={kind === 'failed' ? 'alert' : 'status'}>
      <h2>{title}</h2>
      <p>{text}</p>
      {reason && <p className="note-reason">{reason}</p>}
      {onAgain && (
        <button type="button" className="button" onClick={onAgain}>
          {words.again}
        </button>
      )}
    </div>
  );
}
