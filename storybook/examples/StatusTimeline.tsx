import { useEffect, useState, type ReactElement } from 'react';
import { useIotPayCard, useSecureId } from 'react-iotpay';

interface Order {
  secureId: string;
  mchOrderNo: string;
}

async function ask<Answer>(method: 'GET' | 'POST', path: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(path, { method, signal });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as Answer;
}

type ServerState = 'open' | 'paid' | 'failed';

/** What the shop's server knows of an order, asked once a second until it is decided. */
function useOrderState(mchOrderNo: string | undefined): ServerState {
  const [known, setKnown] = useState<{ mchOrderNo: string; state: ServerState }>();
  const state = known && known.mchOrderNo === mchOrderNo ? known.state : 'open';
  useEffect(() => {
    if (!mchOrderNo || state !== 'open') return;
    const controller = new AbortController();
    const timer = setInterval(() => {
      ask<{ state: ServerState }>('GET', `/api/repairs/${mchOrderNo}`, controller.signal).then(
        (answer) => setKnown({ mchOrderNo, state: answer.state }),
        () => undefined, // The next second asks again.
      );
    }, 1000);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [mchOrderNo, state]);
  return state;
}

type Mark = 'done' | 'now' | 'next' | 'wrong';

/** Says where a payment stands, in the page and as it happens. The last word is the server's, and not the form's. */
export function StatusTimeline(): ReactElement {
  const [attempt, setAttempt] = useState(1);
  const session = useSecureId(({ signal }) => ask<Order>('POST', '/api/repairs', signal), {
    key: `repair-77-${attempt}`,
  });
  const { containerProps, status, error, outcome, retry } = useIotPayCard({
    secureId: session,
    redirect: 'manual',
  });
  const isDecided = status === 'settled';
  const isDeclined = outcome?.status === 'failed';
  const server = useOrderState(isDecided && !isDeclined ? session.data?.mchOrderNo : undefined);
  const isOver = isDeclined || server === 'failed';

  // Only the server can end what the form calls paid or unknown, and only a new key begins anew after that.
  const tryAgain = server === 'failed' ? () => setAttempt(attempt + 1) : retry;

  const bank: Record<'success' | 'failed' | 'unknown', [string, Mark]> = {
    success: ['Your bank said yes', 'done'],
    failed: ['Your bank said no. Nothing was paid', 'wrong'],
    unknown:
      server === 'open'
        ? ['Your bank has not answered. Please don’t pay again', 'now']
        : ['Your bank answered late', 'done'],
  };
  const check: Record<ServerState, [string, Mark]> = {
    open: ['We check with the gateway', isDecided && !isDeclined ? 'now' : 'next'],
    paid: ['Paid, and checked with the gateway', 'done'],
    failed: ['Not paid, says the gateway', 'wrong'],
  };
  const entries: [string, Mark][] = [
    ['Order received', session.secureId ? 'done' : 'now'],
    [
      error ? 'The card form can’t be shown' : 'Card form open',
      error ? 'wrong' : status === 'loading' ? (session.secureId ? 'now' : 'next') : 'done',
    ],
    outcome ? bank[outcome.status] : ['Your bank decides', status === 'ready' ? 'now' : 'next'],
    check[server],
  ];

  return (
    <div className="timeline-page">
      <ol className="timeline" aria-live="polite">
        {entries.map(([text, mark], index) => (
          <li key={index} data-mark={mark} aria-current={mark === 'now' ? 'step' : undefined}>
            {text}
          </li>
        ))}
      </ol>
      <div>
        {(error ?? isOver) && (
          <button type="button" className="button" onClick={tryAgain}>
            Try again
          </button>
        )}
        <div {...containerProps} />
        {server === 'paid' && (
          <p role="status" className="note note-paid">
            <span>Your bicycle is ready from Thursday, 10 am.</span>
          </p>
        )}
      </div>
    </div>
  );
}
