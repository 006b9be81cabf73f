import type { Order, Sql } from 'react-iotpay/orders';
import { database } from './database';

/** Your own tables belong to your own migrations. The lock lets several servers start at the same moment. */
export async function createParcels(): Promise<void> {
  await database.query(`DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(1);
    CREATE TABLE IF NOT EXISTS parcels (cart_id text PRIMARY KEY, mch_order_no text NOT NULL);
  END $$`);
}

/** Notes that a cart has to be sent, exactly once, because it runs in the transaction that makes its order paid. */
export async function addParcel({ key, mchOrderNo }: Order, sql: Sql): Promise<void> {
  await sql.query('INSERT INTO parcels (cart_id, mch_order_no) VALUES ($1, $2)', [key, mchOrderNo]);
}
