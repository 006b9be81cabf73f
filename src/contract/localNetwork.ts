import { localNetworkSlot, type LocalNetwork } from './urls';

/**
 * A host of the local network: a private IPv4 or IPv6 address, a `.local` name, or a name without a dot, such as that of a service in
 * a compose file. None of them can be another company's.
 */
export function isOnLocalNetwork(hostname: string): boolean {
  return (
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname) ||
    /^\[f[cde]/.test(hostname) ||
    /^[a-z0-9-]+(\.local)?$/.test(hostname)
  );
}

/** From now on the hosts of the local network count as this machine, wherever the library checks an address. */
export function trustLocalNetwork(): void {
  (globalThis as LocalNetwork)[localNetworkSlot] = isOnLocalNetwork;
}
