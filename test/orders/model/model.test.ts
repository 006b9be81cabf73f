import fc from 'fast-check';
import {
  memoryStore,
  type OrderStore,
  postgresStore,
  type SqlPool,
  type SqlTransactor,
} from 'react-iotpay/orders';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { comeToRest } from './comeToRest';
import { type Happening, history } from './history';
import { checkAtRest, checkEvents, type DiaryEntry } from './invariants';
import { type ModelDatabase, openModelDatabase } from './modelDatabase';
import { createModelShop, type Diary } from './modelShop';

/** How many orders are to go through all this; `.ci/run` asks for more. */
const wantedOrders = Number(process.env.MODEL_ORDERS ?? 200);

/** A history waits for the database most of the time: on a server, several are played at once, each on tables of its own. */
const lanes = process.env.DATABASE_URL ? 4 : 1;

const seed = process.env.MODEL_SEED && { seed: Number(process.env.MODEL_SEED) };

async function play(store: OrderStore, diary: Diary, happenings: Happening[][]) {
  const shop = createModelShop(store, diary);
  for (const atOnce of happenings) await shop.happen(atOnce);
  return { gateway: shop.gateway, ...(await comeToRest(shop, store)) };
}

/** Plays histories in a schema of its own until enough orders were seen. */
async function playOn(driver: SqlPool | SqlTransactor, schema: string, count: { seen: number }) {
  const store = postgresStore(driver, { schema });
  await store.migrate();
  await driver.query(
    `CREATE TABLE ${schema}.diary (line bigint GENERATED ALWAYS AS IDENTITY, kind text, mch_order_no text, part text)`,
  );
  const diary: Diary = {
    async write(sql, { kind, mchOrderNo, part }) {
      await sql.query(`INSERT INTO ${schema}.diary (kind, mch_order_no, part) VALUES ($1, $2, $3)`, [
        kind,
        mchOrderNo,
        part,
      ]);
    },
  };
  const property = fc.asyncProperty(history, async (happenings) => {
    for (const table of ['events', 'refunds', 'payments', 'orders', 'diary'])
      await driver.query(`DELETE FROM ${schema}.${table}`);
    const { gateway, orders, events } = await play(store, diary, happenings);
    const { rows } = await driver.query(
      `SELECT kind, mch_order_no AS "mchOrderNo", part FROM ${schema}.diary ORDER BY line`,
    );
    checkAtRest(gateway, orders, rows as DiaryEntry[]);
    checkEvents(rows as DiaryEntry[], events);
    count.seen += orders.length;
  });
  while (count.seen < wantedOrders) await fc.assert(property, { numRuns: 4, ...seed });
}

describe('random histories of a shop with three processes', () => {
  describe(`on ${process.env.DATABASE_URL ? 'a Postgres server' : 'PGlite'}`, () => {
    let database: ModelDatabase;
    beforeAll(async () => {
      database = await openModelDatabase();
    });
    afterAll(() => database.close());

    it(`lose, double and misread nothing (${wantedOrders} orders)`, { timeout: 3_600_000 }, async () => {
      const count = { seen: 0 };
      const work = Array.from({ length: lanes }, (_, lane) =>
        playOn(database.driver, `model_${lane}`, count),
      );
      await Promise.all(work);
      expect(count.seen).toBeGreaterThanOrEqual(wantedOrders);
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
              async write(_, { kind, mchOrderNo, part = null }) {
                entries.push({ kind, mchOrderNo, part });
              },
            };
            const { gateway, orders } = await play(memoryStore(), diary, happenings);
            checkAtRest(gateway, orders, told(entries));
            seen += orders.length;
          }),
          { numRuns: 10, ...seed },
        );
      }
    });
  });
});

/** There is no transaction in memory that would undo a line of the diary: what a killed process wrote is not told twice. */
function told(entries: readonly DiaryEntry[]): DiaryEntry[] {
  const lines = entries.map(
    (entry) => [`${entry.kind} ${entry.mchOrderNo} ${entry.part ?? ''}`, entry] as const,
  );
  return [...new Map(lines).values()];
}
