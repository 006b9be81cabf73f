import { useRef, useState, type ReactElement } from 'react';
import { useIotPayCard, useSecureId, type IotPayOutcome } from 'react-iotpay';

async function reserveSeat(signal: AbortSignal): Promise<{ secureId: string }> {
  const answer = await fetch('/api/seats/C14', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as { secureId: string };
}

interface PaymentProps {
  onOutcome: (outcome: IotPayOutcome) => void;
}

/** Mounted when the dialog opens for the first time: until then there is no order. */
function Payment({ onOutcome }: PaymentProps) {
  const session = useSecureId(({ signal }) => reserveSeat(signal), { key: 'seat-C14' });
  const { containerProps, status, error, outcome, retry } = useIotPayCard({
    secureId: session,
    redirect: 'manual',
    onSuccess: onOutcome,
    onTimeout: onOutcome,
  });
  const declined = outcome?.status === 'failed';
  return (
    <div className="fields">
      {status === 'loading' && <p role="status">Holding your seat…</p>}
      {(error ?? declined) && (
        <div role="alert" className="note note-failed">
          <p>
            {declined ? 'The card was declined. Your seat is still yours.' : 'The card form can’t be shown.'}
          </p>
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
      <div {...containerProps} />
    </div>
  );
}

const told = {
  success: 'Seat C14 is yours. The ticket is in your mail.',
  unknown: 'Seat C14 stays yours while your bank decides. Please don’t pay again.',
};

/** A native dialog. It keeps its form when it is closed, so that to look at the page again costs no second order. */
export function ModalCheckout(): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const [wasOpened, setOpened] = useState(false);
  const [outcome, setOutcome] = useState<'success' | 'unknown'>();

  return (
    <div className="ticket">
      <div className="ticket-seat">
        <span className="soft">Saturday, 8 pm</span>
        <strong>Row C, seat 14</strong>
        <span>$42.00, taxes in</span>
      </div>
      {outcome ? (
        <p role="status" className={outcome === 'success' ? 'note note-paid' : 'note note-unknown'}>
          <span>{told[outcome]}</span>
        </p>
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => {
            setOpened(true);
            dialog.current?.showModal();
          }}
        >
          Buy this seat
        </button>
      )}
      <dialog ref={dialog} aria-labelledby="pay-for-seat" className="dialog">
        <h2 id="pay-for-seat">Seat C14, $42.00</h2>
        {wasOpened && !outcome && (
          <Payment
            onOutcome={({ status }) => {
              dialog.current?.close();
              if (status !== 'failed') setOutcome(status);
            }}
          />
        )}
        <form method="dialog">
          <button className="button button-quiet">Not now</button>
        </form>
      </dialog>
    </div>
  );
}
