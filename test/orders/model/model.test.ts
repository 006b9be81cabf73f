import fc from 'fast-check';
import { memoryStore, type Order, type OrderStore, postgresStore } from 'react-iotpay/orders';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { day, hour } from '../shop';
import { type Happening, history } from './history';
import { checkAtRest, type DiaryEntry } from './invariants';
import { type ModelDatabase, openModelDatabase } from './modelDatabase';
import { createModelShop, type Diary, type ModelShop } from './modelShop';

/** How many orders are to go through all this; `.ci/run` asks for more. */
const wantedOrders = Number(process.env.MODEL_ORDERS ?? 200);

/** The bank decides what it has thought about, and the shop asks until nothing is to be asked any more. */
async function comeToRest({ gateway, processes }: ModelShop): Promise<Order[]> {
  const [first] = processes;
  if (!first) throw new Error('There is no process.');
  first.mortal.revive();
  for (const list of Object.values(gateway.faults)) list.length = 0;
  gateway.advance(hour);
  for (const entry of gateway.entries.values()) {
    const isForm = entry.payableUntil !== undefined;
    if (entry.status === 1 || (entry.status === 0 && !isForm)) gateway.decide(entry, false);
  }
  for (let waited = 0; waited < 4 * hour; waited += 10 * 60_000) {
    gateway.advance(10 * 60_000);
    await first.orders.settleDue({ limit: 500, atOnce: 1 });
  }
  for (let waited = 0; waited < 9 * day; waited += 6 * hour) {
    gateway.advance(6 * hour);
    await first.orders.settleDue({ limit: 500, atOnce: 1 });
  }
  return (await first.orders.list({ limit: 500 })).orders;
}

async function play(store: OrderStore, diary: Diary, happenings: Happening[][]) {
  const shop = createModelShop(store, diary);
  for (const atOnce of happenings) await shop.happen(atOnce);
  return { gateway: shop.gateway, orders: await comeToRest(shop) };
}

describe('random histories of a shop with three processes', () => {
  describe(`on ${process.env.DATABASE_URL ? 'a Postgres server' : 'PGlite'}`, () => {
    let database: ModelDatabase;
    let store: OrderStore;
    beforeAll(async () => {
      database = await openModelDatabase();
      store = postgresStore(database.driver);
      await store.migrate();
      await database.driver.query('CREATE TABLE diary (kind text, mch_order_no text, pay_order_id text)');
    });
    afterAll(() => database.close());

    const diary: Diary = {
      async write(sql, { kind, mchOrderNo, payOrderId }) {
        await sql.query('INSERT INTO diary VALUES ($1, $2, $3)', [kind, mchOrderNo, payOrderId]);
      },
    };

    it(`lose, double and misread nothing (${wantedOrders} orders)`, { timeout: 3_600_000 }, async () => {
      let seen = 0;
      while (seen < wantedOrders) {
        await fc.assert(
          fc.asyncProperty(history, async (happenings) => {
            await database.driver.query('TRUNCATE iotpay.orders, diary CASCADE');
            const { gateway, orders } = await play(store, diary, happenings);
            const { rows } = await database.driver.query(
              'SELECT kind, mch_order_no AS "mchOrderNo", pay_order_id AS "payOrderId" FROM diary',
            );
            checkAtRest(gateway, orders, rows as DiaryEntry[]);
            seen += orders.length;
          }),
          { numRuns: 4, ...(process.env.MODEL_SEED && { seed: Number(process.env.MODEL_SEED) }) },
        );
      }
      expect(seen).toBeGreaterThanOrEqual(wantedOrders);
    });
  });

  describe('in memory', () => {
    it(`lose, double and misread nothing (${wantedOrders} orders)`, { timeout: 600_000 }, async () => {
      vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      let seen = 0;
      while (seen < wantedOrders) {
        await fc.assert(
          fc.asyncProperty(history, async (happenings) => {
            const entries: DiaryEntry[] = [];
            const diary: Diary = {
              async write(_, { kind, mchOrderNo, payOrderId = null }) {
                entries.push({ kind, mchOrderNo, payOrderId });
              },
            };
            const { gateway, orders } = await play(memoryStore(), diary, happenings);
            checkAtRest(gateway, orders, told(entries, orders));
            seen += orders.length;
          }),
          { numRuns: 10, ...(process.env.MODEL_SEED && { seed: Number(process.env.MODEL_SEED) }) },
        );
      }
    });
  });
});

/** There is no transaction in memory that would undo a line of the diary: what a killed process wrote is not told twice. */
function told(entries: readonly DiaryEntry[], orders: readonly Order[]): DiaryEntry[] {
  const known = new Set(orders.map(({ mchOrderNo }) => mchOrderNo));
  const lines = new Map(
    entries
      .filter(({ mchOrderNo }) => known.has(mchOrderNo))
      .map((entry) => [`${entry.kind} ${entry.mchOrderNo} ${entry.payOrderId ?? ''}`, entry]),
  );
  return [...lines.values()];
}
