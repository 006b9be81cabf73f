import type { IotPayOrder } from '../../../contract/order';
import type { NotificationOptions } from '../notification';
import type { NotificationRejection } from '../notificationOutcome';
import { withTimeLimit } from '../withTimeLimit';
import { createProblemLog } from './problemLog';
import { createRateLimit } from './rateLimit';

/**
 * Calls the shop's hooks when something went wrong, or writes to the log if there is no hook. It never throws, and
 * waits no longer than for a payment.
 */
export interface ProblemReports {
  readonly rejected: (rejection: NotificationRejection) => Promise<void>;
  readonly failed: (error: unknown, order: IotPayOrder) => Promise<void>;
  /**
   * Whether to find out why a signature fits no key. There must be a listener for the reason, and forged requests must
   * not ask for it too often.
   */
  readonly mayDiagnose: () => boolean;
}

export function createProblemReports(
  { onReject, onError }: Pick<NotificationOptions, 'onReject' | 'onError'>,
  handlerTimeoutMs: number,
): ProblemReports {
  const log = createProblemLog();
  const diagnoses = createRateLimit(10, 1000);

  /**
   * A hook that fails must neither change the answer nor become an unhandled rejection, so its message goes to the log.
   */
  async function tell(hook: (() => unknown) | undefined, write: () => void): Promise<void> {
    try {
      if (!hook) write();
      else
        await withTimeLimit(handlerTimeoutMs, async () => {
          await hook();
        });
    } catch {
      write();
    }
  }

  return {
    rejected: (rejection) =>
      tell(onReject && (() => onReject(rejection)), () => {
        log.rejected(rejection);
      }),
    failed: (error, order) =>
      tell(onError && (() => onError(error, order)), () => {
        log.failed(error, order);
      }),
    mayDiagnose: () => (onReject !== undefined || log.isOpen('sign_mismatch')) && diagnoses.take(),
  };
}
