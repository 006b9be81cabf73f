/**
 * Runs once when a server starts. A server that keeps running settles its orders by itself; with a `CRON_SECRET`, a cron job does so
 * by calling `/api/settle`, because a serverless function sleeps between requests.
 */
export async function register(): Promise<void> {
  // Next builds this file for the edge runtime too, which has no sockets for a database.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { orders } = await import('./shop/orders');
  const { createParcels } = await import('./shop/parcels');
  await orders.migrate();
  await createParcels();
  if (!process.env.CRON_SECRET) orders.startSettling();
}
