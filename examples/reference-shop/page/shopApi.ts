import type {
  AddCardView,
  BagItem,
  CheckoutRequest,
  CheckoutView,
  ErrorView,
  OrderView,
  PricedBag,
  RefreshRequest,
  RefundRequest,
  RefundsView,
  SavedCardPaymentView,
  SavedCardRequest,
  SavedCardView,
  ShopView,
} from '../api';
import { sayAnswer } from './languages/sayAnswer';

/** An answer of the merchant server that is not 2xx; `message` is fit for the customer, and in their language. */
export class ShopApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly mchOrderNo: string | undefined,
  ) {
    super(message);
  }
}

async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`/api${path}`, init);
  if (response.ok) return (await response.json()) as Answer;
  const { code, message, mchOrderNo } = (await response.json().catch(() => ({}))) as Partial<ErrorView>;
  throw new ShopApiError(
    response.status,
    code ?? 'unreadable',
    sayAnswer(message ?? 'Something went wrong.'),
    mchOrderNo,
  );
}

const read = <Answer>(path: string, signal?: AbortSignal) => call<Answer>(path, { signal: signal ?? null });

const send = <Answer>(path: string, body: unknown, signal?: AbortSignal) =>
  call<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

/** The merchant server. It alone talks to the gateway's API, and it alone holds the merchant key. */
export const shopApi = {
  shop: (signal: AbortSignal) => read<ShopView>('/shop', signal),
  price: (items: BagItem[], signal: AbortSignal) => send<PricedBag>('/bag', { items }, signal),
  checkout: (request: CheckoutRequest, signal: AbortSignal) =>
    send<CheckoutView>('/checkout', request, signal),
  /** What the server knows. */
  order: (mchOrderNo: string, signal: AbortSignal) => read<OrderView>(`/orders/${mchOrderNo}`, signal),
  /** What the server knows after it has asked the gateway. */
  askForOrder: (mchOrderNo: string, request: RefreshRequest, signal: AbortSignal) =>
    send<OrderView>(`/orders/${mchOrderNo}/refresh`, request, signal),
  /** To leave the page takes neither of the two back, so they have no signal. */
  payWithSavedCard: (request: SavedCardRequest) =>
    send<SavedCardPaymentView>('/checkout/saved-card', request),
  refund: (mchOrderNo: string, request: RefundRequest) =>
    send<RefundsView>(`/orders/${mchOrderNo}/refunds`, request),
  refunds: (mchOrderNo: string, signal?: AbortSignal) =>
    read<RefundsView>(`/orders/${mchOrderNo}/refunds`, signal),
  /** The same, after the server has asked the gateway about those that nobody knows the end of. */
  askForRefunds: (mchOrderNo: string, signal: AbortSignal) =>
    send<RefundsView>(`/orders/${mchOrderNo}/refunds/refresh`, {}, signal),
  addCard: (signal: AbortSignal) => send<AddCardView>('/cards', {}, signal),
  cards: (signal: AbortSignal) => read<SavedCardView[]>('/cards', signal),
};
