import { useEffect, useState } from 'react';
import type { OrderTimeline } from '../../../consoleApi/orders';
import { consolePaths } from '../../../consoleApi/paths';
import { reasonIn, request } from '../core/request';
import { useConsole } from '../parts/ConsoleContext';

type Loaded = { readonly of: string } & ({ readonly timeline: OrderTimeline } | { readonly problem: string });

/** An order's timeline, fetched again whenever something happens to it; undefined while the first answer is on its way. */
export function useTimeline(mchOrderNo: string): Loaded | undefined {
  const { model } = useConsole();
  const [loaded, setLoaded] = useState<Loaded>();
  const newest = model.events.findLast(
    (event) => event.mchOrderNo === mchOrderNo || event.paymentNo === mchOrderNo,
  )?.id;
  const { state, connection } = model;

  useEffect(() => {
    let isCurrent = true;
    const show = (next: Loaded) => {
      if (isCurrent) setLoaded(next);
    };
    request.get<OrderTimeline>(consolePaths.order(mchOrderNo)).then(
      (timeline) => show({ of: mchOrderNo, timeline }),
      (error: unknown) => {
        // While the sandbox is gone, the last known timeline stays, and the header says that it is gone.
        if (!(error instanceof TypeError)) show({ of: mchOrderNo, problem: reasonIn(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [mchOrderNo, newest, state?.run, state?.time.aheadMs, connection]);

  return loaded?.of === mchOrderNo ? loaded : undefined;
}
