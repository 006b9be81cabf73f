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

/** The customers' bags. Every customer has one that is not paid. */
export function createBags(database: Sql) {
  async function first(text: string, ...values: unknown[]) {
    return (await database.query(text, values)).rows[0];
  }

  /** Two tabs may ask at the same moment: in one step, there is a bag or it is made. */
  async function current(customer: string): Promise<Bag> {
    const row = await first(
      `INSERT INTO bags (customer, items) VALUES ($1, $2)
       ON CONFLICT (customer) WHERE paid_by IS NULL DO UPDATE SET revision = bags.revision RETURNING *`,
      customer,
      JSON.stringify(firstBag),
    );
    const bag = readBag(row);
    if (bag) return bag;
    throw new Error('The bag was not stored.');
  }

  return {
    current,
    /** Changes the bag of that id, unless it is paid by now, and gives the current one. */
    async change(customer: string, id: string, items: readonly BagItem[]): Promise<Bag> {
      const row = await first(
        `UPDATE bags SET items = $3, revision = revision + 1
         WHERE customer = $1 AND id::text = $2 AND paid_by IS NULL RETURNING *`,
        customer,
        id,
        JSON.stringify(items),
      );
      return readBag(row) ?? current(customer);
    },
    /** One of the customer's bags, paid or not. */
    find: async (customer: string, id: string): Promise<Bag | undefined> =>
      readBag(await first('SELECT * FROM bags WHERE customer = $1 AND id::text = $2', customer, id)),
    /** The order number of a paid bag, if the customer has not been shown yet that it is paid. */
    async unseenOrder(customer: string): Promise<string | undefined> {
      const unseen =
        'SELECT paid_by FROM bags WHERE customer = $1 AND paid_by IS NOT NULL AND NOT seen LIMIT 1';
      const row = await first(unseen, customer);
      return row && String(row.paid_by);
    },
    async noteSeen(mchOrderNo: string): Promise<void> {
      await first('UPDATE bags SET seen = true WHERE paid_by = $1 AND NOT seen', mchOrderNo);
    },
  };
}
