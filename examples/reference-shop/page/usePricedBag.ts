import { useEffect, useState } from 'react';
import type { BagItem, PricedBag } from '../api';
import { shopApi } from './shopApi';

/** What the server wants for these items. While it is asked about a change, the last answer stays, as `isOld`. */
export function usePricedBag(items: BagItem[]): {
  bag: PricedBag | undefined;
  isOld: boolean;
  failed: boolean;
} {
  const wanted = JSON.stringify(items);
  const [answer, setAnswer] = useState<{ to: string; bag?: PricedBag | undefined }>();

  useEffect(() => {
    const controller = new AbortController();
    shopApi.price(JSON.parse(wanted) as BagItem[], controller.signal).then(
      (bag) => setAnswer({ to: wanted, bag }),
      () => {
        if (!controller.signal.aborted) setAnswer((last) => ({ to: wanted, bag: last?.bag }));
      },
    );
    return () => controller.abort();
  }, [wanted]);

  const isOld = answer?.to !== wanted;
  return { bag: answer?.bag, isOld, failed: !isOld && !answer.bag };
}
