/** What the shop's server would have got from the gateway: 64 hex characters, good for one payment and one hour. */
export function newSecureId(): Promise<string> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Promise.resolve([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
}
