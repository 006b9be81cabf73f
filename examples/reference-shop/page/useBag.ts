import { useEffect, useRef, useState } from 'react';
import type { BagItem, BagView } from '../api';
import { navigate, orderPath } from './route';
import { shopApi } from './shopApi';

interface KnownBag {
  /** As the server has it. */
  bag: BagView | undefined;
  /** What the customer wants in it by now. */
  items: readonly BagItem[];
  /** The server has not answered the last change. */
  isOld: boolean;
  failed: boolean;
  change: (items: readonly BagItem[]) => void;
  /** Asks for it once more. */
  reload: () => void;
}

/** The customer's bag, which the server keeps and prices. */
export function useBag(): KnownBag {
  const [bag, setBag] = useState<BagView>();
  const [wanted, setWanted] = useState<readonly BagItem[]>();
  const [failed, setFailed] = useState(false);
  const [looks, setLooks] = useState(0);
  const latest = useRef<readonly BagItem[]>(undefined);
  const sending = useRef(Promise.resolve());

  // The customer may think that they have not paid: they are shown that they have, before anything else is sold to them.
  const unseenOrder = bag?.unseenOrder;
  useEffect(() => {
    if (unseenOrder !== undefined) navigate(orderPath(unseenOrder), { replace: true });
  }, [unseenOrder]);

  useEffect(() => {
    const controller = new AbortController();
    shopApi.bag(controller.signal).then(setBag, () => setFailed(!controller.signal.aborted));
    return () => controller.abort();
  }, [looks]);

  /** One after the other, so that the last one sent is the last one stored; what has been overtaken is not sent at all. */
  async function send(id: string, items: readonly BagItem[]): Promise<void> {
    if (latest.current !== items) return;
    try {
      const answer = await shopApi.changeBag(id, items);
      if (latest.current === items) setBag(answer);
    } catch {
      if (latest.current === items) setFailed(true);
      return;
    }
    if (latest.current === items) setWanted(undefined);
  }

  return {
    bag: unseenOrder === undefined ? bag : undefined,
    items: wanted ?? bag?.items ?? [],
    isOld: wanted !== undefined && !failed,
    failed,
    change(items) {
      if (!bag) return;
      const { id } = bag;
      latest.current = items;
      setWanted(items);
      setFailed(false);
      sending.current = sending.current.then(() => send(id, items));
    },
    reload: () => setLooks((n) => n + 1),
  };
}
