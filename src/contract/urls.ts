/** IOTPay's addresses (docs/gateway-contract.md, sections 1 and 3). */
export const productionUrl = 'https://ccapi.iotpaycloud.com';
export const developmentUrl = 'https://ccdev.iotpaycloud.com';

export const scriptPath = '/cc/iotpaycc.js';

/**
 * Whether a host name, as `URL.hostname` gives it, is loopback. Loopback never leaves the machine, so plain http is
 * safe there.
 */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.[\d.]+|\[::1])$/.test(hostname);
}

/** Tells whether a host counts as this machine because the shop has allowed it; see `localNetwork.ts`. */
export interface LocalNetwork {
  [localNetworkSlot]?: (hostname: string) => boolean;
}

/** The process's or page's and not a module's, so that one call serves every entry of the library. */
export const localNetworkSlot = Symbol.for('react-iotpay:lan');

/** Whether a host is this machine, or one that may stand for it. */
export function isLocal(hostname: string): boolean {
  return isLoopback(hostname) || !!(globalThis as LocalNetwork)[localNetworkSlot]?.(hostname);
}

/** The parsed URL if it is absolute and `https:`, or `http:` on this machine, and carries no credentials. */
export function parseSafeUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    const { protocol } = url;
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal(url.hostname));
    return isSafe && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The address that the gateway sends the customer to: the merchant's `returnUrl` with the result appended to its query
 * (docs/gateway-contract.md, section 1).
 *
 * @throws TypeError for a `returnUrl` that is not absolute
 */
export function redirectUrlOf(returnUrl: string, result: Readonly<Record<string, string | number>>): string {
  const url = new URL(returnUrl);
  for (const [name, value] of Object.entries(result)) url.searchParams.append(name, String(value));
  return url.href;
}
