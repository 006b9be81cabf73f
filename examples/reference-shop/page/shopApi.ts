import type { OrderView, SavedCard } from 'react-iotpay';
import type { BagItem, BagView, ErrorView, OrderDetails, OrderLine, RefundRequest, ShopView } from '../api';
import { sayError } from './languages/sayAnswer';

/** An answer of the shop's server that is not 2xx; `message` is fit for the customer, and in their language. */
export class ShopApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, init);
  if (response.ok) return (await response.json()) as Answer;
  const { code, message } = (await response.json().catch(() => ({}))) as Partial<ErrorView>;
  throw new ShopApiError(response.status, code ?? 'unreadable', sayError(message ?? ''));
}

const read = <Answer>(path: string, signal?: AbortSignal) => call<Answer>(path, { signal: signal ?? null });

const send = <Answer>(path: string, body: unknown, method: 'POST' | 'PUT' = 'POST', signal?: AbortSignal) =>
  call<Answer>(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

/** The shop's own routes, and those of the library that its checkout doesn't call by itself. */
export const shopApi = {
  shop: (signal: AbortSignal) => read<ShopView>('/api/shop', signal),
  bag: (signal: AbortSignal) => read<BagView>('/api/bag', signal),
  changeBag: (id: string, items: readonly BagItem[]) => send<BagView>('/api/bag', { id, items }, 'PUT'),
  orders: (signal: AbortSignal) => read<OrderLine[]>('/api/orders', signal),
  order: (mchOrderNo: string, signal?: AbortSignal) =>
    read<OrderDetails>(`/api/orders/${mchOrderNo}`, signal),
  /** What the server knows of the payment by now. */
  outcome: (mchOrderNo: string) => read<OrderView>(`/pay/orders/${mchOrderNo}`),
  /** To leave the page doesn't take it back, so it has no signal. */
  refund: (mchOrderNo: string, request: RefundRequest) =>
    send<OrderDetails>(`/api/orders/${mchOrderNo}/refunds`, request),
  cards: async (signal: AbortSignal) => (await read<{ cards: SavedCard[] }>('/pay/cards', signal)).cards,
  saveCard: (signal: AbortSignal) => send<{ secureId: string }>('/pay/cards', {}, 'POST', signal),
  removeCard: (cardId: string) => send<{ removed: boolean }>('/pay/cards/remove', { cardId }),
};
