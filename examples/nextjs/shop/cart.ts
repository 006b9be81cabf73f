import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';

const name = 'cart';

/** The browser's cart; a new one if it has none. A shop with a bag has its id and revision here: what is bought once. */
export async function currentCart(): Promise<string> {
  const jar = await cookies();
  const known = jar.get(name)?.value;
  if (known) return known;
  const cartId = randomUUID();
  jar.set(name, cartId, { httpOnly: true, sameSite: 'lax' });
  return cartId;
}

/** The next purchase is another one. */
export async function forgetCart(): Promise<void> {
  (await cookies()).delete(name);
}
