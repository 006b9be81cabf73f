import { trustLocalNetwork } from '../../contract/localNetwork';

/**
 * Lets a page load the script of a sandbox on the local network, e.g. for a phone: `http://192.168.1.20:4242/cc/iotpaycc.js`. Call it
 * once, before the card is shown. Everyone on that network could read the cards that are typed, so a production build
 * (`process.env.NODE_ENV === 'production'`) holds an empty function in its place, and the address is refused as ever.
 */
export function allowLocalNetworkSandbox(): void {
  if (process.env.NODE_ENV !== 'production') trustLocalNetwork();
}
