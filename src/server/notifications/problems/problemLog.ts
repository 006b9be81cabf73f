import type { IotPayOrder } from '../../../contract/order';
import type { NotificationFault, NotificationRejection } from '../notificationOutcome';
import { describeError } from './describeError';
import { createRateLimit, type RateLimit } from './rateLimit';

/** The lines that a handler logs itself if the shop has given no hook, or a hook has failed. */
export interface ProblemLog {
  readonly rejected: (rejection: NotificationRejection) => void;
  readonly failed: (error: unknown, order: IotPayOrder) => void;
  /** Whether a rejection for this reason, without an order, would be written now. */
  readonly isOpen: (reason: NotificationFault) => boolean;
}

interface Quota {
  readonly lines: RateLimit;
  leftOut: number;
}

const burst = 5;
const refillMs = 60_000;

/**
 * Writes one line for each problem by `console.error`. A stranger can cause any number of rejections without an order,
 * so each reason for them gets a few lines and then one a minute, which says how many were left out.
 */
export function createProblemLog(): ProblemLog {
  const quotas = new Map<NotificationFault, Quota>();

  function quotaOf(reason: NotificationFault): Quota {
    const quota = quotas.get(reason) ?? { lines: createRateLimit(burst, refillMs), leftOut: 0 };
    quotas.set(reason, quota);
    return quota;
  }

  function writeWithinQuota(reason: NotificationFault, line: string): void {
    const quota = quotaOf(reason);
    if (!quota.lines.take()) {
      quota.leftOut += 1;
      return;
    }
    write(
      quota.leftOut > 0 ? `${line} (${quota.leftOut} more of them before this one were not logged.)` : line,
    );
    quota.leftOut = 0;
  }

  return {
    isOpen: (reason) => quotaOf(reason).lines.isOpen(),
    rejected({ reason, message, status, order }) {
      const line = `A notification was refused with ${status} (${reason}): ${message}`;
      if (order) write(`${line} ${describeOrder(order)}`);
      else writeWithinQuota(reason, line);
    },
    failed(error, order) {
      write(
        `A genuine notification was not stored, so the gateway was answered 500 and sends it again: ${describeError(error)} ${describeOrder(order)}`,
      );
    },
  };
}

function describeOrder({ payOrderId, mchOrderNo }: IotPayOrder): string {
  return `[payOrderId ${payOrderId}, mchOrderNo ${mchOrderNo}]`;
}

/** Line breaks and control characters become spaces, so that a line can't forge another one. */
function write(line: string): void {
  // eslint-disable-next-line no-console -- The shop gave no hook, so the problem would be silent.
  console.error(`[react-iotpay] ${line.replace(/\p{Cc}+/gu, ' ')}`);
}
