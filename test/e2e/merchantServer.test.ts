import { beforeEach, describe, expect, inject, it } from 'vitest';
import type { CheckoutView, ErrorView, OrderView, PricedBag } from '../../examples/checkout/api';
import { createGatewayControl } from './gatewayControl';

/** Whatever the server may answer. */
type Answer = Partial<CheckoutView & OrderView & PricedBag & ErrorView>;

/** A browser as the server sees it: it keeps its cookie. */
function newCustomer() {
  let cookie: string | undefined;
  return async function call(path: string, body?: unknown): Promise<{ status: number; answer: Answer }> {
    const response = await fetch(inject('shopUrl') + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    cookie ??= response.headers.getSetCookie()[0]?.split(';')[0];
    return { status: response.status, answer: (await response.json()) as Answer };
  };
}

const items = [
  { productId: 'harbour-espresso', quantity: 1 },
  { productId: 'partridgeberry-square', quantity: 2 },
];
const checkout = { checkoutKey: 'attempt-1/PF_CC', channel: 'PF_CC', items };

describe("the merchant server's API", () => {
  const gateway = createGatewayControl(inject('gatewayUrl'));
  let customer: ReturnType<typeof newCustomer>;

  beforeEach(async () => {
    await gateway.reset();
    customer = newCustomer();
  });

  it('prices in whole cents, with each tax on what it is due on, half a cent upwards', async () => {
    const { answer } = await customer('/api/bag', { items });
    expect(answer).toMatchObject({
      lines: [{ amount: 1999 }, { unitPrice: 435, amount: 870 }],
      subtotal: 2869,
      // 15 % of 8.70 is 1.305.
      taxes: [{ label: 'HST 15%', amount: 131 }],
      total: 3000,
    });
  });

  it('charges its own prices, whatever the browser says they are', async () => {
    const cheap = items.map((item) => ({ ...item, unitPrice: 1, amount: 1, price: 1 }));
    const { status } = await customer('/api/checkout', { ...checkout, items: cheap, amount: 1, total: 1 });
    expect(status).toBe(200);
    expect((await gateway.orders()).map((order) => order.amount)).toEqual([3000]);
  });

  it('gives the same order for the same checkout key, and another for another', async () => {
    const first = await customer('/api/checkout', checkout);
    const again = await customer('/api/checkout', checkout);
    const other = await customer('/api/checkout', {
      ...checkout,
      checkoutKey: 'attempt-2/PF_CC',
    });
    expect(again.answer).toEqual(first.answer);
    expect(other.answer.mchOrderNo).not.toBe(first.answer.mchOrderNo);
    expect(await gateway.orders()).toHaveLength(2);
  });

  it('answers two requests at the same moment with one order', async () => {
    await customer('/api/shop');
    const both = await Promise.all([
      customer('/api/checkout', checkout),
      customer('/api/checkout', checkout),
    ]);
    expect(both[0].answer.mchOrderNo).toBe(both[1].answer.mchOrderNo);
    expect(both[0].answer.secureId).toBe(both[1].answer.secureId);
  });

  it('refuses a checkout key that stands for another bag', async () => {
    await customer('/api/checkout', checkout);
    const { status, answer } = await customer('/api/checkout', {
      ...checkout,
      items: items.slice(1),
    });
    expect([status, answer.code]).toEqual([409, 'key_in_use']);
  });

  it('keeps one customer out of the orders of another', async () => {
    const { answer } = await customer('/api/checkout', checkout);
    const path = `/api/orders/${answer.mchOrderNo}`;
    expect((await customer(path)).answer.state).toBe('open');

    const stranger = newCustomer();
    expect((await stranger(path)).status).toBe(404);
    expect((await stranger(`${path}/refresh`, {})).status).toBe(404);
    const theirs = await stranger('/api/checkout', checkout);
    expect(theirs.answer.mchOrderNo).not.toBe(answer.mchOrderNo);
  });

  it('tells the browser of no secret but the secureId it asked for', async () => {
    const { answer } = await customer('/api/checkout', checkout);
    const order = await customer(`/api/orders/${answer.mchOrderNo}`);
    const shop = await customer('/api/shop');
    const said = JSON.stringify([order, shop]);
    expect(answer.secureId).toMatch(/^[0-9a-f]{64}$/);
    expect(said).not.toContain(answer.secureId);
    expect(said).not.toContain(inject('merchantKey'));
  });

  it.each([
    ['an unknown product', { ...checkout, items: [{ productId: 'yacht', quantity: 1 }] }, 'unknown_product'],
    [
      'a product named after a method',
      { ...checkout, items: [{ productId: '__proto__', quantity: 1 }] },
      'unknown_product',
    ],
    ['half a thing', { ...checkout, items: [{ productId: 'deck-mug', quantity: 0.5 }] }, 'bad_quantity'],
    ['fewer than nothing', { ...checkout, items: [{ productId: 'deck-mug', quantity: -1 }] }, 'bad_quantity'],
    [
      'a quantity in words',
      { ...checkout, items: [{ productId: 'deck-mug', quantity: '1' }] },
      'bad_quantity',
    ],
    ['the same thing twice', { ...checkout, items: [items[0], items[0]] }, 'bad_bag'],
    ['a bag that is none', { ...checkout, items: 'everything' }, 'bad_bag'],
    ['nothing', { ...checkout, items: [] }, 'empty_bag'],
    ['another way to pay', { ...checkout, channel: 'CASH' }, 'bad_channel'],
    ['no checkout key', { ...checkout, checkoutKey: undefined }, 'bad_checkout_key'],
    ['no body', 'null', 'bad_request'],
    ['broken JSON', '{"checkoutKey":', 'bad_request'],
  ])('refuses %s', async (_, body, code) => {
    const { status, answer } = await customer('/api/checkout', body);
    expect([status, answer.code]).toEqual([400, code]);
    expect(await gateway.orders()).toEqual([]);
  });

  it.each(['http', 'cut', 'brokenJson', 'fail'] as const)(
    'opens a payment at the next try after the gateway failed to (%s)',
    async (kind) => {
      await gateway.addFault({ call: 'cc_purchase', kind });
      const failed = await customer('/api/checkout', checkout);
      expect(failed.status).toBe(502);
      expect(failed.answer.message).toMatch(/not been charged/);
      expect((await customer('/api/checkout', checkout)).status).toBe(200);
    },
  );

  it('says that there is no such route', async () => {
    const { status, answer } = await customer('/api/nothing');
    expect([status, answer.code]).toEqual([404, 'no_such_route']);
  });
});
