import type { ConsoleEvent } from '../../../consoleApi/events';
import { consolePaths } from '../../../consoleApi/paths';
import type { ConsoleState } from '../../../consoleApi/state';
import {
  changesState,
  emptyModel,
  mostEvents,
  ordersIn,
  startsAnew,
  withNewEvents,
  type ConsoleModel,
} from './consoleModel';
import { openEventStream } from './eventStream';
import { loadAllOrders, refreshOrders } from './loadOrders';
import { request } from './request';
import { createStore, type Store } from './store';
import { throttled } from './throttled';

const retryMs = 1000;
const refreshMs = 250;

/** The sandbox as it is now and as it becomes, for as long as the page lives. */
export interface Following {
  readonly model: Pick<Store<ConsoleModel>, 'get' | 'subscribe'>;
  stop(): void;
}

/** Fetches what there is, then listens. Whenever it may have missed something, it fetches everything again. */
export function followSandbox(): Following {
  const model = createStore(emptyModel);
  const changed = new Set<string>();
  let closeStream: (() => void) | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  // Counts the beginnings, so that an answer to an earlier one is not taken for the newest.
  let beginning = 0;

  const update = (part: Partial<ConsoleModel>) => model.set({ ...model.get(), ...part });

  /** An answer that does not come says the same as a lost stream, which tries again by itself. */
  const orders = throttled(async () => {
    const now = beginning;
    const fresh = await refreshOrders(model.get().orders, changed).catch(() => undefined);
    if (fresh && now === beginning) update({ orders: fresh });
    if (fresh && changed.size > 0) orders.ask();
  }, refreshMs);
  const state = throttled(async () => {
    const fresh = await request.get<ConsoleState>(consolePaths.state).catch(() => undefined);
    if (fresh) update({ state: fresh });
  }, refreshMs);

  async function load(): Promise<number> {
    const fresh = await request.get<ConsoleState>(consolePaths.state);
    const [all, events] = await Promise.all([
      loadAllOrders(),
      request.get<ConsoleEvent[]>(`${consolePaths.log}?limit=${mostEvents}`),
    ]);
    update({ state: fresh, orders: all, events });
    return events.at(-1)?.id ?? fresh.lastEventId;
  }

  async function begin(): Promise<void> {
    const now = (beginning += 1);
    clearTimeout(retry);
    closeStream?.();
    closeStream = undefined;
    changed.clear();
    try {
      const last = await load();
      if (now === beginning) listen(last);
    } catch {
      if (now === beginning) tryAgain();
    }
  }
  function tryAgain(): void {
    update({ connection: 'gone' });
    retry = setTimeout(() => void begin(), retryMs);
  }
  function listen(last: number): void {
    closeStream = openEventStream(last, {
      open(run) {
        if (run !== model.get().state?.run) void begin();
        else update({ connection: 'live' });
      },
      events: take,
      gap: () => void begin(),
      lost(isOver) {
        if (isOver) tryAgain();
        else update({ connection: 'gone' });
      },
    });
  }
  function take(arrived: readonly ConsoleEvent[]): void {
    if (startsAnew(arrived)) return void begin();
    update({ events: withNewEvents(model.get().events, arrived) });
    for (const number of ordersIn(arrived)) changed.add(number);
    if (changed.size > 0) orders.ask();
    if (changesState(arrived)) state.ask();
  }

  void begin();
  return {
    model,
    stop() {
      beginning += 1;
      clearTimeout(retry);
      closeStream?.();
      orders.stop();
      state.stop();
    },
  };
}
