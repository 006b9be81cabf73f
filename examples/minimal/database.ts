// database.ts: what your shop has already
import { PGlite } from '@electric-sql/pglite';

export const database = new PGlite(process.env.PGLITE_DIR); // or a Pool of `pg`, or a serverless driver

await database.exec(`
  create table if not exists carts (id text primary key, cents int not null);
  create table if not exists parcels (cart_id text not null references carts);
  insert into carts select 'cart-' || n, 2434 from generate_series(7, 99) n on conflict do nothing`);

export async function findCart(id: unknown) {
  const sql = 'select * from carts where id = $1';
  const { rows } = await database.query<{ id: string; cents: number }>(sql, [id]);
  return rows[0];
}
