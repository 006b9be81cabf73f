import type { ReactElement, ReactNode } from 'react';
import type { PricedBag } from '../api';
import { say } from './languages/say';
import { sayAnswer } from './languages/sayAnswer';
import { money } from './money';

interface SummaryProps {
  title: string;
  bag: PricedBag | undefined;
  /** Whether the lines are listed, or only what they come to. */
  lines?: boolean;
  /** The amounts are being worked out anew. */
  isOld?: boolean;
  children?: ReactNode;
}

function Row({
  label,
  amount,
  strong = false,
}: {
  label: string;
  amount: number;
  strong?: boolean;
}): ReactElement {
  return (
    <div className={strong ? 'sum-row sum-total' : 'sum-row'}>
      <dt>{label}</dt>
      <dd>{money(amount)}</dd>
    </div>
  );
}

/** What the bag costs, as the server worked it out. */
export function Summary({ title, bag, lines = false, isOld = false, children }: SummaryProps): ReactElement {
  return (
    <section className="summary" aria-labelledby="summary-title" aria-busy={isOld}>
      <h2 id="summary-title">{title}</h2>
      {lines && bag && (
        <ul className="sum-lines">
          {bag.lines.map((line) => (
            <li key={line.productId}>
              <span className="sum-quantity">{line.quantity} ×</span>
              <span>{sayAnswer(line.name)}</span>
              <span className="sum-amount">{money(line.amount)}</span>
            </li>
          ))}
        </ul>
      )}
      {bag && (
        <dl className="sums">
          <Row label={say('Subtotal')} amount={bag.subtotal} />
          {bag.taxes.map((tax) => (
            <Row key={tax.label} label={sayAnswer(tax.label)} amount={tax.amount} />
          ))}
          <Row label={say('Total, CAD')} amount={bag.total} strong />
        </dl>
      )}
      {children}
    </section>
  );
}
