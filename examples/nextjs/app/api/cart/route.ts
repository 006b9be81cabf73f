import { forgetCart } from '../../../shop/cart';

/** Begins another purchase: what was paid is not sold again under the old cart. */
export async function POST(): Promise<Response> {
  await forgetCart();
  return new Response(null, { status: 303, headers: { Location: '/' } });
}
