import type { ReactElement } from 'react';
import { useMoney, useShopWords } from './shopLanguage';

/** How an order ends; the stamp's colour follows. */
export type Stamp = 'paid' | 'failed' | 'unknown';

const gst = 164;
const qst = 327;

/** What the card form's story is paid for: 37.66 CAD, with a stamp once there is an outcome. */
export function Receipt({ stamp }: { stamp?: Stamp | undefined }): ReactElement {
  const words = useShopWords();
  const money = useMoney();
  const { title, items, ...labels } = words.receipt;
  const total = items.reduce((sum, [, cents]) => sum + cents, gst + qst);
  return (
    <div className="receipt-shadow">
      <div className="receipt">
        <h2>{title}</h2>
        <dl>
          {[...items, [labels.gst, gst] as const, [labels.qst, qst] as const].map(([name, cents]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{money(cents)}</dd>
            </div>
          ))}
          <div className="receipt-total">
            <dt>{labels.total}</dt>
            <dd>{money(total)}</dd>
          </div>
        </dl>
        {stamp && <p className={`stamp stamp-${stamp}`}>{words.outcomes[stamp].stamp}</p>}
      </div>
    </div>
  );
}
