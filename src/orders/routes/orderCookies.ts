/**
 * Cookies that let the browser that opened an order see it. Each order has its own cookie, signed and hidden from
 * scripts. So two tabs that open orders at the same moment can't overwrite each other's.
 */
export interface OrderCookies {
  /** Whether the request comes from a browser that was given this order. */
  holds(request: Request, mchOrderNo: string): Promise<boolean>;
  /** `Set-Cookie` headers that give a browser an order, and remove its oldest cookies if there are too many. */
  give(request: Request, mchOrderNo: string): Promise<string[]>;
}

const prefix = 'iotpay_order_';

/** In seconds: a week, because closed orders are asked about for that long. */
const maxAge = 7 * 24 * 3600;

/** More orders than a customer has at the same time, and few enough for a request's headers. */
const most = 20;

/**
 * @param path the path of the routes
 * @param isSecure whether browsers reach them by https
 * @param secret returns the key that signs the cookies; called once
 */
export function createOrderCookies(
  path: string,
  isSecure: boolean,
  secret: () => Promise<string>,
): OrderCookies {
  let key: Promise<CryptoKey> | undefined;

  async function importKey(): Promise<CryptoKey> {
    const bytes = new TextEncoder().encode(await secret());
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
  }

  function signingKey(): Promise<CryptoKey> {
    key ??= importKey().catch((error: unknown) => {
      // The database may be away for a moment: the next request asks again.
      key = undefined;
      throw error;
    });
    return key;
  }

  const signed = (mchOrderNo: string) => new TextEncoder().encode(`order:${mchOrderNo}`);
  const attributes = `; Path=${path || '/'}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

  return {
    async holds(request, mchOrderNo) {
      const signature = fromHex(cookiesOf(request).get(mchOrderNo) ?? '');
      return (
        signature !== undefined &&
        crypto.subtle.verify('HMAC', await signingKey(), signature, signed(mchOrderNo))
      );
    },
    async give(request, mchOrderNo) {
      const signature = await crypto.subtle.sign('HMAC', await signingKey(), signed(mchOrderNo));
      const held = [...cookiesOf(request).keys()].filter((number) => number !== mchOrderNo).sort();
      const dropped = held.slice(0, Math.max(0, held.length - most + 1));
      return [
        `${prefix}${mchOrderNo}=${toHex(signature)}; Max-Age=${maxAge}${attributes}`,
        ...dropped.map((number) => `${prefix}${number}=; Max-Age=0${attributes}`),
      ];
    },
  };
}

/** The order cookies of a request, by order number. */
function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/).flatMap((cookie) => {
    const [, number, value] = /^iotpay_order_(\w{1,30})=(\w*)$/.exec(cookie) ?? [];
    return number !== undefined && value !== undefined ? [[number, value] as const] : [];
  });
  return new Map(pairs);
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
  return Uint8Array.from({ length: 32 }, (_, index) => parseInt(text.slice(index * 2, index * 2 + 2), 16));
}
