import { asRecord } from '../../../contract/wire';
import type { OrderStore, Sql } from '../store';
import { conditionsOf } from './conditions';
import { migrate } from './migrate';
import { cardRow, orderRow, paymentRows, cardOfRow, eventOfRow, orderOfRow, refundRows } from './rows';
import { quotedSchema } from './schema';
import { sqlDatabaseOf, type SqlPool, type SqlTransactor } from './sqlDatabase';
import { statementsFor } from './statements';

export interface PostgresStoreOptions {
  /** The schema that holds the tables; `'iotpay'` by default. */
  readonly schema?: string | undefined;
}

/** Undoes a transaction because another process changed the order first. */
class ChangedMeanwhile extends Error {}

const iso = (time: number) => new Date(time).toISOString();

/**
 * Keeps orders in the shop's own Postgres: a `Pool` of `pg` or of `@neondatabase/serverless`, PGlite, or any object
 * with `query(text, values)` and `transaction(work)`.
 *
 * @throws IotPayOrdersError `invalid_config` for another driver, or a schema name that is no plain word
 * @example
 * const store = postgresStore(new Pool({ connectionString: process.env.DATABASE_URL }));
 */
export function postgresStore(
  driver: SqlPool | SqlTransactor,
  { schema = 'iotpay' }: PostgresStoreOptions = {},
): OrderStore {
  const database = sqlDatabaseOf(driver);
  const statements = statementsFor(quotedSchema(schema));

  async function all(sql: Sql, text: string, values: unknown[]): Promise<string[]> {
    const { rows } = await sql.query(text, values);
    return rows.map(({ json }) => String(json));
  }
  const run = (text: string, ...values: unknown[]) => all(database, text, values);

  return {
    migrate: () => migrate(database, schema),
    async secret() {
      const random = crypto.getRandomValues(new Uint8Array(32));
      const made = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
      // If two processes make a secret at the same moment, the second one's first statement finds none, and its second
      // statement finds the first one's.
      const [secret] = [
        ...(await run(statements.makeSecret, made)),
        ...(await run(statements.makeSecret, made)),
      ];
      return secret ?? made;
    },
    async read(by) {
      const [[name, value] = []] = Object.entries(by);
      const [json] = await run(statements.read[name as keyof typeof statements.read], value);
      return json === undefined ? undefined : orderOfRow(json);
    },

    async insert(order, instead) {
      const stored = await unlessTaken(() =>
        instead
          ? run(statements.insertInstead, orderRow(order), instead.mchOrderNo, instead.version)
          : run(statements.insert, orderRow(order)),
      );
      return stored.length === 1;
    },

    async save({ order, payments, refunds, events, at }, within) {
      const values = [
        orderRow(order),
        paymentRows(order, payments),
        refundRows(order, refunds),
        JSON.stringify(events.map(eventRow)),
        iso(at),
      ];
      if (!within) return (await unlessTaken(() => run(statements.save, ...values))).length === 1;
      try {
        await database.transaction(async (sql) => {
          const saved = await unlessTaken(() => all(sql, statements.save, values));
          if (saved.length === 0) throw new ChangedMeanwhile();
          await within(sql);
        });
        return true;
      } catch (error) {
        if (error instanceof ChangedMeanwhile || conflictCodes.includes(asRecord(error).code)) return false;
        throw error;
      }
    },

    claimDue: async (now, until, limit) =>
      (await run(statements.claimDue, iso(now), iso(until), limit)).map(orderOfRow),
    async claimAsk(mchOrderNo, now, pauseMs) {
      const [from, to] = [now - pauseMs + 1, now + pauseMs - 1];
      return (await run(statements.claimAsk, mchOrderNo, iso(now), iso(from), iso(to))).length === 1;
    },
    async list(filter) {
      const { text, values } = conditionsOf(filter);
      return (await run(statements.list(text, filter.limit), ...values)).map(orderOfRow);
    },
    async takeEvents(now, until, limit) {
      return (await run(statements.takeEvents, iso(now), iso(until), limit)).map(eventOfRow);
    },
    async finishEvent(id) {
      await run(statements.finishEvent, id);
    },
    async putCard(card) {
      await run(statements.putCard, cardRow(card));
    },
    cardsOf: async (customer) => (await run(statements.cardsOf, customer)).map(cardOfRow),
    removeCard: async (customer, cardId) => (await run(statements.removeCard, customer, cardId)).length === 1,
  };
}

const eventRow = ({
  kind,
  payOrderId,
  mchRefundNo,
}: {
  kind: string;
  payOrderId?: string | undefined;
  mchRefundNo?: string | undefined;
}) => ({
  kind,
  pay_order_id: payOrderId,
  mch_refund_no: mchRefundNo,
});

/** Postgres' code for a value that exists already. */
const uniqueViolation = '23505';

/**
 * Postgres' codes for a transaction that conflicts with another one, if the shop's database isolates them more
 * strictly.
 */
const conflictCodes: readonly unknown[] = ['40001', '40P01'];

/**
 * No rows if another process took the key, the payment or the refund's key a moment before, or is changing the same
 * order.
 */
async function unlessTaken(statement: () => Promise<string[]>): Promise<string[]> {
  try {
    return await statement();
  } catch (error) {
    const { code } = asRecord(error);
    if (code === uniqueViolation || conflictCodes.includes(code)) return [];
    throw error;
  }
}
