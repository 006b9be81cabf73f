import { orders } from '../../../shop/orders';

/**
 * Asks IOTPay about the undecided orders that are due. A cron job calls this every minute, with the secret in the
 * header that Vercel uses.
 */
export async function GET(request: Request): Promise<Response> {
  const { CRON_SECRET } = process.env;
  if (!CRON_SECRET || request.headers.get('authorization') !== `Bearer ${CRON_SECRET}`) {
    return new Response('Wrong secret', { status: 401 });
  }
  return Response.json(await orders.settleDue());
}
