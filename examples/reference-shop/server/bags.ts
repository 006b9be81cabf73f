import type { Sql } from 'react-iotpay/orders';
import type { BagItem } from '../api';
import { firstBag } from './catalogue';

export interface Bag {
  id: string;
  items: BagItem[];
  /** Counts its changes. */
  revision: number;
  /** The order number that has paid it; then it is closed, and the customer has another one. */
  paidBy: string | undefined;
}

/** The customers' bags. Every customer has one that is not paid. */
export interface Bags {
  current(customer: string): Promise<Bag>;
  change(customer: string, items: readonly BagItem[]): Promise<Bag>;
  /** One of the customer's bags, paid or not. */
  find(customer: string, id: string): Promise<Bag | undefined>;
}

function readBag(row: Record<string, unknown> | undefined): Bag | undefined {
  if (!row) return undefined;
  const { id, items, revision, paid_by: paidBy } = row;
  return {
    id: String(id),
    items: items as BagItem[],
    revision: Number(revision),
    paidBy: typeof paidBy === 'string' ? paidBy : undefined,
  };
}

export function createBags(database: Sql): Bags {
  /** Stores a new bag, or changes the one that is there, in one step: two tabs may do it at the same moment. */
  async function put(customer: string, items: readonly BagItem[], change: string): Promise<Bag> {
    const { rows } = await database.query(
      `INSERT INTO bags (customer, items) VALUES ($1, $2)
       ON CONFLICT (customer) WHERE paid_by IS NULL DO UPDATE SET ${change} RETURNING *`,
      [customer, JSON.stringify(items)],
    );
    const bag = readBag(rows[0]);
    if (bag) return bag;
    throw new Error('The bag was not stored.');
  }

  return {
    current: (customer) => put(customer, firstBag, 'revision = bags.revision'),
    change: (customer, items) => put(customer, items, 'items = excluded.items, revision = bags.revision + 1'),
    async find(customer, id) {
      const { rows } = await database.query('SELECT * FROM bags WHERE customer = $1 AND id::text = $2', [
        customer,
        id,
      ]);
      return readBag(rows[0]);
    },
  };
}
