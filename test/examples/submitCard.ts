/** Asks the local gateway for something that the page of its card form asks for; the state of that form. */
export async function callCardPage(gatewayUrl: string, path: string, body: object): Promise<string> {
  const response = await fetch(gatewayUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return ((await response.json()) as { state: string }).state;
}

/** Sends a card from the hosted form, as the customer does. */
export async function submitCard(
  gatewayUrl: string,
  secureId: string | undefined,
  number: string,
): Promise<void> {
  const card = { number, holder: 'Ada Morgan', expiry: '12/39', code: '123' };
  const state = await callCardPage(gatewayUrl, '/cc/submit', { key: secureId, card });
  if (state === 'refused') throw new Error(`The form does not take ${number}.`);
}
