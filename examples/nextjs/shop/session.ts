import { cookies } from 'next/headers';

export interface Session {
  customer: string | undefined;
  cartId: string | undefined;
}

/**
 * The customer and the cart. `proxy.ts` gives each browser both, as cookies that no script can read. Replace them by
 * your sign-in and your carts.
 */
export async function readSession(): Promise<Session> {
  const jar = await cookies();
  return { customer: jar.get('customer')?.value, cartId: jar.get('cart')?.value };
}

/** Begins another purchase, because a cart that is paid is never sold again. */
export async function beginCart(): Promise<void> {
  (await cookies()).set('cart', crypto.randomUUID(), sessionCookie);
}

/** They live as long as late money may come in. */
export const sessionCookie = {
  httpOnly: true,
  sameSite: 'lax',
  secure: process.env.SHOP_URL?.startsWith('https:') ?? false,
  maxAge: 30 * 24 * 3600,
} as const;
