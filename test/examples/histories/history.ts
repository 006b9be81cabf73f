import type { CheckoutView } from '../../../examples/checkout/api';
import type { GatewayOrder } from '../../e2e/gatewayControl';
import type { SandboxCustomer } from '../sandboxCustomer';
import type { SandboxShop } from '../sandboxShop';

/** What becomes of the shop's questions: the truth, a FAIL, "no such order", or status 1 where it is 0. */
export type Mood = 'truth' | 'FAIL' | 'no such order' | 'status 1';

/** What is written down of one customer's history. */
export interface Books {
  mood: Mood;
  /** The forms that the shop has given out, each once. */
  forms: Partial<CheckoutView>[];
  /** How each of the shop's orders stood after the last step. */
  orders: Map<string, StoredOrder>;
  clicks: number;
}

export interface World {
  shop: SandboxShop;
  customer: SandboxCustomer;
  /** Saved cards, by what becomes of a charge. */
  cards: Record<'paid' | 'pending', string>;
}

/** What the shop has stored of an order. */
export interface StoredOrder {
  no: string;
  key: string;
  state: 'open' | 'paid' | 'failed' | 'expired';
  isForm: boolean;
  hasBegun: boolean;
  late: boolean;
  surplus: boolean;
  givenBack: number;
  /** In minutes. */
  age: number;
}

export async function storedOrders({ shop, customer }: World): Promise<StoredOrder[]> {
  const rows = await shop.database.query(
    `SELECT mch_order_no AS no, checkout_key AS key, state, card_id IS NULL AS "isForm", begun_at IS NOT NULL AS "hasBegun",
       late, surplus, given_back AS "givenBack", round(extract(epoch FROM now() - created_at) / 60)::int AS age
     FROM orders WHERE customer_id = $1 ORDER BY created_at, mch_order_no`,
    [customer.customerId],
  );
  return rows as unknown as StoredOrder[];
}

export async function gatewayOrders({ shop }: World): Promise<Map<string, GatewayOrder>> {
  const orders = await shop.gateway.orders();
  return new Map(orders.map((order) => [order.mchOrderNo, order]));
}

export const isPaid = (order: GatewayOrder | undefined): boolean =>
  order !== undefined && order.kind === 'payment' && [2, 3].includes(order.status);
