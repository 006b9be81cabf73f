import { clientError } from '../error';
import { pageChanged, subscribeToPage } from '../pageChanges';
import { pagePaymentsOf } from '../payment/payments';
import type { Asking } from './asking';
import { noteIssued } from './issuedSecureIds';
import { onWake, pageTime } from './pageClock';
import { readAnswer, type SecureIdState } from './secureIdAnswer';

/** How long the gateway accepts a secureId: one hour, in milliseconds (docs/gateway-contract.md, "Words"). */
const lifetimeMs = 3_600_000;

/** One key's secureId on this page, shared by all components that use the key. */
export interface SecureIdSession {
  get(): SecureIdState;
  /** Asks for the secureId unless it was asked for already. The returned function says that the component has gone. */
  acquire(asking: Asking): () => void;
  /** Asks for a new one, unless the present one is paid or undecided. */
  refresh(asking: Asking): void;
}

const idle: SecureIdState = { status: 'idle' };

const isPaidOrUndecided = (secureId: string) =>
  pagePaymentsOf(secureId).some((payment) => payment.isPaidOrUndecided());

/** Whether a secureId has no outcome yet, and the customer has not entered its form. */
const isUnused = (secureId: string) =>
  !pagePaymentsOf(secureId).some((payment) => payment.isPaidOrUndecided() || payment.get().outcome);

const hasPaidOrUnknownOutcome = (secureId: string) =>
  pagePaymentsOf(secureId).some((payment) => payment.get().outcome && payment.isPaidOrUndecided());

export function createSecureIdSession(): SecureIdSession {
  let state = idle;
  /** The components that want this secureId now. Any of them can ask for it. */
  const askers = new Set<Asking>();
  let pending: AbortController | undefined;
  let askedAt = pageTime();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWaking = () => {};
  /**
   * The state that came with each secureId so far. An earlier secureId's form may still report an outcome, and that
   * counts.
   */
  const issued: SecureIdState[] = [];

  function change(next: SecureIdState): void {
    state = next;
    pageChanged();
  }

  async function ask(asking: Asking): Promise<void> {
    // Another component may still show an earlier secureId, and the customer has entered that form.
    const undecided = issued.find(({ secureId }) => secureId && isPaidOrUndecided(secureId));
    if (undecided) {
      change(undecided);
      return;
    }
    pending?.abort();
    const controller = (pending = new AbortController());
    const now = pageTime();
    change({ status: 'loading' });
    const answer = await answerOf(asking, controller);
    if (pending !== controller) return;
    pending = undefined;
    askedAt = now;
    const { secureId } = answer;
    if (secureId) {
      issued.push(answer);
      noteIssued(secureId, (mayRenew) => {
        if (secureId === state.secureId) checkHour(mayRenew);
        return secureId === state.secureId && state.status === 'ready';
      });
    }
    change(answer);
    watchHour();
  }

  const remainingMs = () => askedAt + lifetimeMs - pageTime();

  function watchHour(): void {
    clearTimeout(timer);
    if (!askers.size || state.status !== 'ready') return;
    timer = setTimeout(() => checkHour(), Math.max(remainingMs(), 0));
  }

  /**
   * Looks at the clock. When the hour of a secureId is over, another one is asked for if a card shows it and it is
   * unused.
   */
  function checkHour(mayRenew = true): void {
    const { secureId } = state;
    if (!secureId) return;
    if (remainingMs() > 0) return watchHour();
    // A payment may be under way in the form. Or it was declined, and the customer has to decide whether to try again.
    if (!isUnused(secureId)) return;
    const isShown = pagePaymentsOf(secureId).some((payment) => payment.isShown());
    const [asking] = askers;
    if (mayRenew && asking && isShown && document.visibilityState === 'visible') void ask(asking);
    else if (state.status === 'ready')
      change({ ...state, status: 'expired', error: clientError('secure_id_expired') });
  }

  function returnToPaidSecureId(): void {
    if (state.secureId && hasPaidOrUnknownOutcome(state.secureId)) return;
    const paid = issued.find(({ secureId }) => secureId && hasPaidOrUnknownOutcome(secureId));
    if (!paid) return;
    pending?.abort();
    pending = undefined;
    change(paid);
  }

  subscribeToPage(returnToPaidSecureId);

  return {
    get: () => state,
    acquire(asking) {
      askers.add(asking);
      checkHour();
      if (askers.size === 1) {
        stopWaking = onWake(() => checkHour());
        watchHour();
        const { status, secureId } = state;
        const isNeeded = secureId
          ? status === 'expired' && isUnused(secureId)
          : status === 'idle' || status === 'failed';
        if (isNeeded) void ask(asking);
      }
      return () => {
        askers.delete(asking);
        if (askers.size) return;
        stopWaking();
        clearTimeout(timer);
      };
    },
    refresh(asking) {
      const { secureId, settled } = state;
      if (settled === 'paid' || (secureId && isPaidOrUndecided(secureId))) return;
      void ask(asking);
    },
  };
}

/** The answer of the shop's server, or the error if there is none. */
async function answerOf(asking: Asking, controller: AbortController): Promise<SecureIdState> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<SecureIdState>((resolve) => {
    timer = setTimeout(() => {
      resolve({ status: 'failed', error: clientError('secure_id_timeout') });
      controller.abort();
    }, asking.timeoutMs());
    controller.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const answer = (async () => readAnswer(await asking.request({ signal: controller.signal })))().catch(
    (cause: unknown): SecureIdState => ({ status: 'failed', error: clientError('secure_id_failed', cause) }),
  );
  const first = await Promise.race([answer, timeout]);
  clearTimeout(timer);
  return first;
}
