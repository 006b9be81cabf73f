import { useEffect, useState } from 'react';
import type { RefundsView } from '../api';
import { pause } from './pause';
import { shopApi } from './shopApi';

/** Follows what is given back of a paid order, until the end of every refund is known. */
export function useRefunds(
  mchOrderNo: string,
  everyMs: number,
  isPaid: boolean,
): {
  refunds: RefundsView | undefined;
  /** Shows what the server said elsewhere. */
  show: (refunds: RefundsView) => void;
} {
  const [refunds, show] = useState<RefundsView>();
  const isWaiting = refunds?.refunds.some(({ state }) => state === 'pending') ?? false;

  useEffect(() => {
    if (!isPaid) return;
    const controller = new AbortController();
    const { signal } = controller;
    const isOver = () => signal.aborted;

    async function follow(): Promise<void> {
      while (!isOver()) {
        try {
          const answer = await (isWaiting ? shopApi.askForRefunds : shopApi.refunds)(mchOrderNo, signal);
          if (!isOver()) show(answer);
          if (!isWaiting) return;
        } catch {
          // The order's own state says so, if the server is away. Asking goes on.
        }
        await pause(everyMs, signal);
      }
    }

    void follow();
    return () => controller.abort();
  }, [mchOrderNo, everyMs, isPaid, isWaiting]);

  return { refunds, show };
}
