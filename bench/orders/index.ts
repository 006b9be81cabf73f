import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { postgresStore } from 'react-iotpay/orders';
import type { Measured } from './worker';

// This is a measurement, not a test: checkouts, notifications and settlements per second on a Postgres server of its
// own.
const databaseUrl = process.env.DATABASE_URL ?? '';
const script = fileURLToPath(new URL('worker.ts', import.meta.url));
const ms = 4000;
const hour = 3_600_000;

const pool = new Pool({ connectionString: databaseUrl, max: 2 });

async function setTriggers(table: string, how: 'ENABLE' | 'DISABLE'): Promise<void> {
  await pool.query(`ALTER TABLE iotpay.${table} ${how} TRIGGER USER`);
}

/**
 * Fills empty tables with this many past orders. Nine in ten are paid; the others are expired and no longer watched.
 */
async function fill(count: number): Promise<void> {
  await pool.query('DROP SCHEMA IF EXISTS iotpay CASCADE');
  await pool.query('DROP TABLE IF EXISTS parcels');
  await pool.query('CREATE TABLE parcels (mch_order_no text PRIMARY KEY)');
  await postgresStore(pool).migrate();
  // These rows are right, and the triggers that check this would take minutes for a million rows.
  for (const table of ['orders', 'payments']) await setTriggers(table, 'DISABLE');
  await pool.query(
    `INSERT INTO iotpay.orders (mch_order_no, key, holds_key, amount, currency, data, method, channel, payable_until, state, late,
       attention, reason, created_at, settled_at, asks, absences, version)
     SELECT '2020' || lpad(i::text, 26, '0'), 'old-' || i, i % 10 <> 0, 2434, 'CAD', jsonb_build_object('cartId', i), 'form', 'PF_CC',
       now(), CASE WHEN i % 10 = 0 THEN 'expired' ELSE 'paid' END, false, false, CASE WHEN i % 10 = 0 THEN 'hour_over' END, now(), now(),
       3, 0, 2
     FROM generate_series(1, $1::int) i`,
    [count],
  );
  await pool.query(
    `INSERT INTO iotpay.payments (pay_order_id, mch_order_no, pays_key, amount, currency, recorded_at)
     SELECT 'old-' || mch_order_no, mch_order_no, key, amount, currency, now() FROM iotpay.orders WHERE state = 'paid'`,
  );
  for (const table of ['orders', 'payments']) await setTriggers(table, 'ENABLE');
  // Otherwise the server would still be busy with the new rows during the measurement.
  await pool.query('VACUUM ANALYZE iotpay.orders, iotpay.payments');
  await pool.query('CHECKPOINT');
}

async function start(index: number): Promise<ChildProcess> {
  const child = fork(script, [databaseUrl, `w${index}-${Date.now()}`], { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return child;
}

async function total(workers: readonly ChildProcess[], work: string, ahead = 0): Promise<Measured> {
  const measured = await Promise.all(
    workers.map(async (worker) => {
      worker.send({ work, ms, ahead });
      const [one] = (await once(worker, 'message')) as [Measured];
      return one;
    }),
  );
  return {
    rate: measured.reduce((sum, { rate }) => sum + rate, 0),
    statements: measured.reduce((sum, one) => sum + one.statements, 0) / measured.length,
  };
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, Postgres beside it. Per second, all processes together, and statements for each, with one of the shop’s handler where it pays:\n`,
);
console.log('orders in the table  processes    checkouts  notifications    settlements');
for (const count of [1000, 1_000_000]) {
  await fill(count);
  for (const processes of [1, 2, 4]) {
    const workers = await Promise.all(Array.from({ length: processes }, (_, index) => start(index)));
    const checkouts = await total(workers, 'checkouts');
    const notifications = await total(workers, 'notifications');
    await total(workers, 'checkouts');
    const settlements = await total(workers, 'settlements', hour);
    for (const worker of workers) worker.disconnect();
    const figures = [checkouts, notifications, settlements].map(
      ({ rate, statements }) => `${Math.round(rate).toLocaleString('en')} (${statements.toFixed(1)})`,
    );
    console.log(
      `${count.toLocaleString('en').padStart(19)}  ${String(processes).padStart(9)}  ${(figures[0] ?? '').padStart(11)}  ${(figures[1] ?? '').padStart(13)}  ${(figures[2] ?? '').padStart(13)}`,
    );
  }
}
await pool.end();
