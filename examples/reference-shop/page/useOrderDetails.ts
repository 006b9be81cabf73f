import { useEffect, useState } from 'react';
import type { OrderDetails, OrderState } from '../api';
import { pause } from './pause';
import { shopApi } from './shopApi';

const everyMs = 1000;

/**
 * The details of an order beside its outcome: the goods, and the refunds. It is asked for whenever the order's state
 * has changed, and again as long as the end of a refund is not known.
 */
export function useOrderDetails(
  mchOrderNo: string,
  state: OrderState | undefined,
): {
  details: OrderDetails | undefined;
  /** Shows what the server said elsewhere. */
  show: (details: OrderDetails) => void;
} {
  const [details, show] = useState<OrderDetails>();
  const isWaiting = details?.refunds?.refunds.some((refund) => refund.state === 'pending') ?? false;

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const isOver = () => signal.aborted;

    async function follow(): Promise<void> {
      while (state && !isOver()) {
        try {
          const answer = await shopApi.order(mchOrderNo, signal);
          if (isOver()) return;
          show(answer);
          if (!isWaiting) return;
        } catch {
          // The order's outcome is known all the same. Asking goes on.
        }
        await pause(everyMs, signal);
      }
    }

    void follow();
    return () => controller.abort();
  }, [mchOrderNo, state, isWaiting]);

  return { details, show };
}
