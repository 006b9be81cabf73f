import type { ReactElement } from 'react';
import type { OrderDetails, RefundsView, RefundView } from '../api';
import type { Text } from './languages/fr';
import { say } from './languages/say';
import { sayReason } from './languages/sayReason';
import { money } from './money';
import { RefundForm } from './RefundForm';

const kinds: Record<RefundView['kind'], Text> = { void: 'Void of {}', refund: 'Refund of {}' };

const states: Record<RefundView['state'], Text> = {
  pending: 'We are confirming it',
  succeeded: 'Given back',
  failed: 'Not given back',
};

function RefundLine({ refund }: { refund: RefundView }): ReactElement {
  const { kind, amount, state, reason, mchRefundNo } = refund;
  return (
    <li data-state={state}>
      <p className="refund-what">
        <span>{say(kinds[kind], money(amount))}</span>
        <strong>{say(states[state])}</strong>
      </p>
      {reason && <p>{sayReason(reason)}</p>}
      <p className="mono refund-number">{mchRefundNo}</p>
    </li>
  );
}

interface RefundPanelProps {
  mchOrderNo: string;
  refunds: RefundsView;
  onChange: (details: OrderDetails) => void;
}

/** The refunds of an order, and the rest that can be refunded. A real shop shows them to its staff alone. */
export function RefundPanel({ mchOrderNo, refunds, onChange }: RefundPanelProps): ReactElement {
  const { paid, refunded, left } = refunds;
  const isWaiting = refunds.refunds.some(({ state }) => state === 'pending');
  return (
    <section className="refund" aria-labelledby="refund-title">
      <h2 id="refund-title">{say('Refund')}</h2>
      <p className="hint">
        {say(
          'For the shop’s staff. In a real shop this is behind their login; here you may try it on your own order.',
        )}
      </p>
      <dl className="sums">
        <div className="sum-row">
          <dt>{say('Payment')}</dt>
          <dd>{money(paid)}</dd>
        </div>
        <div className="sum-row">
          <dt>{say('Returned so far')}</dt>
          <dd>{money(refunded)}</dd>
        </div>
        <div className="sum-row sum-total">
          <dt>{say('Left')}</dt>
          <dd>{money(left)}</dd>
        </div>
      </dl>
      {refunds.refunds.length > 0 && (
        <ul className="refund-list" aria-label={say('Refunds of this order')}>
          {refunds.refunds.map((refund) => (
            <RefundLine key={refund.mchRefundNo} refund={refund} />
          ))}
        </ul>
      )}
      {left > 0 && !isWaiting && <RefundForm mchOrderNo={mchOrderNo} left={left} onDone={onChange} />}
      <p role="status" className="refund-status">
        {isWaiting &&
          say(
            'IOTPay has not told us yet whether that went through. We keep asking, and send nothing twice.',
          )}
        {left === 0 && !isWaiting && say('All of it has been given back.')}
      </p>
    </section>
  );
}
