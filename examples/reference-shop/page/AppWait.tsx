import { useState, type ReactElement } from 'react';
import { say } from './languages/say';
import { shopApi } from './shopApi';

interface AppWaitProps {
  mchOrderNo: string;
  /** The customer says that they did not pay, and the server knows of no payment either. */
  onNotPaid: () => void;
}

/** Says why the other ways to pay are disabled while the UnionPay app may be asking the customer, and leads out of it. */
export function AppWait({ mchOrderNo, onNotPaid }: AppWaitProps): ReactElement {
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function ask(): Promise<void> {
    setIsAsking(true);
    setHasFailed(false);
    try {
      const { outcome } = await shopApi.outcome(mchOrderNo);
      // The checkout asks as well, and shows a paid order by itself.
      if (outcome !== 'paid') onNotPaid();
    } catch {
      setHasFailed(true);
    } finally {
      setIsAsking(false);
    }
  }

  return (
    <div className="notice app-wait">
      <p role="status">{say('Finish or cancel the payment in the UnionPay app first.')}</p>
      <button type="button" className="quiet-link" disabled={isAsking} onClick={() => void ask()}>
        {say('I did not pay in the app')}
      </button>
      {hasFailed && <p role="alert">{say('The shop does not answer.')}</p>}
    </div>
  );
}
