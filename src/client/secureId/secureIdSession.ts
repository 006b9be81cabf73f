import { clientError } from '../error';
import { pageChanged, subscribeToPage } from '../pageChanges';
import { paymentsOf } from '../payment/payments';
import { onWake, startClock } from './pageClock';
import { readAnswer, type SecureIdRequest, type SecureIdState } from './secureIdAnswer';

/** How long the gateway honours a secureId (gateway contract, words): one hour, in milliseconds. */
const lifetimeMs = 3_600_000;

/** How a component asks: its request, and how long an answer may take, in milliseconds. */
export interface Asking {
  request: SecureIdRequest;
  timeoutMs: number;
}

/** One key's secureId on this page, shared by all components that use the key. */
export interface SecureIdSession {
  get(): SecureIdState;
  /** Asks for the secureId unless that was done. The returned function says that the component has gone. */
  acquire(asking: Asking): () => void;
  /** Asks for a new one, unless the present one is paid or undecided. */
  refresh(asking: Asking): void;
  /** Looks at the clock. A secureId whose hour is over is asked for anew if a card shows it and nothing was done with it. */
  checkHour(): void;
}

const idle: SecureIdState = { status: 'idle' };

const isPaidOrUndecided = (secureId: string) =>
  paymentsOf(secureId).some((payment) => payment.isPaidOrUndecided());

const hasPaidOrUnknownOutcome = (secureId: string) =>
  paymentsOf(secureId).some((payment) => payment.get().outcome && payment.isPaidOrUndecided());

export function createSecureIdSession(): SecureIdSession {
  let state = idle;
  let asking: Asking;
  let under: AbortController | undefined;
  let ageOf = startClock();
  let users = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWaking = () => {};
  /** The states of secureIds that were replaced. What a form of theirs still reports counts. */
  const replaced: SecureIdState[] = [];

  function change(next: SecureIdState): void {
    state = next;
    pageChanged();
  }

  async function ask(): Promise<void> {
    const { request, timeoutMs } = asking;
    under?.abort();
    const controller = (under = new AbortController());
    if (state.secureId) replaced.push(state);
    const age = startClock();
    change({ status: 'loading' });
    const answer = await answerOf(request, timeoutMs, controller);
    if (under !== controller) return;
    under = undefined;
    ageOf = age;
    change(answer);
    watchHour();
  }

  const isOver = () => ageOf() >= lifetimeMs;

  function watchHour(): void {
    clearTimeout(timer);
    if (!users || state.status !== 'ready') return;
    timer = setTimeout(checkHour, Math.max(lifetimeMs - ageOf(), 0));
  }

  function checkHour(): void {
    const { secureId } = state;
    if (!secureId) return;
    if (!isOver()) return watchHour();
    const payments = paymentsOf(secureId);
    // A payment may be running in the form, or was declined and waits for the customer's word.
    if (payments.some((payment) => payment.isPaidOrUndecided() || payment.get().outcome)) return;
    const isShown = payments.some((payment) => payment.isShown());
    if (isShown && document.visibilityState === 'visible') void ask();
    else if (state.status === 'ready')
      change({ ...state, status: 'expired', error: clientError('secure_id_expired') });
  }

  function goBackToWhatWasPaid(): void {
    if (state.secureId && hasPaidOrUnknownOutcome(state.secureId)) return;
    const paid = replaced.find(({ secureId }) => secureId && hasPaidOrUnknownOutcome(secureId));
    if (!paid) return;
    under?.abort();
    under = undefined;
    change(paid);
  }

  subscribeToPage(() => replaced.length && goBackToWhatWasPaid());

  return {
    get: () => state,
    acquire(next) {
      asking = next;
      if (users++ === 0) {
        stopWaking = onWake(checkHour);
        checkHour();
        watchHour();
        const { status } = state;
        if (status === 'idle' || status === 'failed' || status === 'expired') void ask();
      }
      return () => {
        if (--users) return;
        stopWaking();
        clearTimeout(timer);
      };
    },
    refresh(next) {
      asking = next;
      const { secureId, settled } = state;
      if (settled === 'paid' || (secureId && isPaidOrUndecided(secureId))) return;
      void ask();
    },
    checkHour,
  };
}

/** The answer of the shop's server, or what kept it from coming. */
async function answerOf(
  request: SecureIdRequest,
  timeoutMs: number,
  controller: AbortController,
): Promise<SecureIdState> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<SecureIdState>((resolve) => {
    timer = setTimeout(() => {
      resolve({ status: 'failed', error: clientError('secure_id_timeout') });
      controller.abort();
    }, timeoutMs);
    controller.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const answer = (async () => readAnswer(await request({ signal: controller.signal })))().catch(
    (cause: unknown): SecureIdState => ({ status: 'failed', error: clientError('secure_id_failed', cause) }),
  );
  const first = await Promise.race([answer, timeout]);
  clearTimeout(timer);
  return first;
}
