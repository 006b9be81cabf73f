import { useEffect, useState } from 'react';
import type { OrderView } from '../api';
import { pause } from './pause';
import { shopApi, ShopApiError } from './shopApi';

export interface KnownOrder {
  order?: OrderView;
  /** Why there is none, or why it may be out of date; asking goes on unless the order does not exist. */
  trouble?: 'unreachable' | 'missing';
}

/** After so many answers without a decision, nobody is in a hurry any more. */
const hurriedPolls = 30;

/**
 * Follows an order, as the merchant server knows it, until it is decided.
 *
 * @param askFrom from which poll on the server is to ask the gateway, and not only to say what it knows
 * @param hasBegun whether the card form has told how the payment ended
 */
export function useOrder(mchOrderNo: string, everyMs: number, askFrom: number, hasBegun = false): KnownOrder {
  const [known, setKnown] = useState<KnownOrder>({});

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const isOver = () => signal.aborted;

    async function follow(): Promise<void> {
      for (let poll = 0; !isOver(); poll++) {
        try {
          const order = await (poll < askFrom
            ? shopApi.order(mchOrderNo, signal)
            : shopApi.askForOrder(mchOrderNo, { hasBegun }, signal));
          setKnown({ order });
          if (order.state !== 'open') return;
        } catch (error) {
          if (isOver()) return;
          const missing = error instanceof ShopApiError && error.status === 404;
          setKnown((last) => ({ ...last, trouble: missing ? 'missing' : 'unreachable' }));
          if (missing) return;
        }
        await pause(poll < hurriedPolls ? everyMs : everyMs * 10, signal);
      }
    }

    void follow();
    return () => controller.abort();
  }, [mchOrderNo, everyMs, askFrom, hasBegun]);

  return known;
}
