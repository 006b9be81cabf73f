import {
  memoryStore,
  createOrders,
  type Orders,
  type OrdersOptions,
  type OrderStore,
} from 'react-iotpay/orders';
import { onTestFinished, vi } from 'vitest';
import { createModelGateway, type ModelGateway } from './model/modelGateway';

export const hour = 3_600_000;
export const day = 24 * hour;

/** A shop of one test: its orders, the gateway beside it, and what its handlers were told. */
export interface TestedShop {
  readonly orders: Orders;
  readonly gateway: ModelGateway;
  readonly store: OrderStore;
  /** `paid A`, `failed A` …, with the key of the order. */
  readonly told: string[];
  readonly problems: unknown[];
  /** Another process of the same shop. */
  another(more?: Partial<OrdersOptions>): Orders;
  /** Delivers all notifications, and gives the status of each answer. */
  deliver(): Promise<number[]>;
  /** Moves the time forward in small steps, and settles the orders that are due on the way. */
  wait(ms: number, stepMs?: number): Promise<void>;
}

export const url = 'https://shop.example/pay';

export function notification(body: string): Request {
  const headers = { 'content-type': 'application/json' };
  return new Request(`${url}/notify`, { method: 'POST', headers, body });
}

export function openShop(options: Partial<OrdersOptions> = {}): TestedShop {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const gateway = createModelGateway(Date.UTC(2024, 4, 17, 12));
  const store = options.store ?? memoryStore();
  const told: string[] = [];
  const problems: unknown[] = [];

  function another(more: Partial<OrdersOptions> = {}): Orders {
    return createOrders({
      iotpay: gateway.iotpay,
      store,
      url,
      now: () => gateway.now,
      onError: (error) => void problems.push(error),
      onPaid: ({ key, late }) => void told.push(late ? `paid ${key} late` : `paid ${key}`),
      onFailed: ({ key, state }) => void told.push(`${state} ${key}`),
      onRefunded: ({ key }, _, { amount }) => void told.push(`refunded ${key} ${amount}`),
      onSurplus: ({ key }, _, { amount }) => void told.push(`surplus ${key} ${amount}`),
      ...options,
      ...more,
    });
  }
  const orders = another();

  return {
    orders,
    gateway,
    store,
    told,
    problems,
    another,
    async deliver() {
      const statuses: number[] = [];
      for (const body of gateway.notifications.splice(0)) {
        statuses.push((await orders.fetch(notification(body))).status);
      }
      return statuses;
    },
    async wait(ms, stepMs = 60_000) {
      for (let waited = 0; waited < ms; waited += stepMs) {
        gateway.advance(stepMs);
        await orders.settleDue({});
      }
    },
  };
}
