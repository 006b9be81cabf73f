import type { CheckoutView, OrderView } from 'react-iotpay/orders';
import { startSandbox, type Sandbox } from 'react-iotpay/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGatewayControl, type GatewayControl } from '../e2e/gatewayControl';
import { testCard } from './sandboxCustomer';
import { submitCard } from './submitCard';

const jar = new Map<string, string>();

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
}));

const shopUrl = 'http://127.0.0.1:3000';

/** The route handlers and the modules behind them; their settings are read when they are loaded. */
async function loadShop() {
  const [pay, settle, { register }, session, { database }] = await Promise.all([
    import('../../examples/nextjs/app/pay/[...path]/route'),
    import('../../examples/nextjs/app/api/settle/route'),
    import('../../examples/nextjs/instrumentation'),
    import('../../examples/nextjs/shop/session'),
    import('../../examples/nextjs/shop/database'),
  ]);
  await register();

  async function post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return pay.POST(new Request(shopUrl + path, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  return {
    database,
    beginCart: session.beginCart,
    checkOut: async (body = {}) => (await (await post('/pay/checkout', body)).json()) as CheckoutView,
    notify: async (notice: object) => (await post('/pay/notify', notice)).text(),
    look: async (mchOrderNo: string) => pay.GET(new Request(`${shopUrl}/pay/orders/${mchOrderNo}`)),
    settle: (authorization: string) =>
      settle.GET(new Request(`${shopUrl}/api/settle`, { headers: { authorization } })),
  };
}

describe('the Next.js shop', () => {
  let sandbox: Sandbox;
  let gateway: GatewayControl;
  let shop: Awaited<ReturnType<typeof loadShop>>;

  beforeAll(async () => {
    sandbox = await startSandbox({ clocks: { bankMs: 0 } });
    gateway = createGatewayControl(sandbox.url);
    const { mchId, loginName, merchantKey } = sandbox.credentials;
    const settings = {
      IOTPAY_URL: sandbox.url,
      IOTPAY_MCH_ID: mchId,
      IOTPAY_LOGIN: loginName,
      IOTPAY_KEY: merchantKey,
      // Nothing answers there: the tests deliver the notifications themselves.
      SHOP_URL: shopUrl,
      NEXT_RUNTIME: 'nodejs',
      CRON_SECRET: 'a secret of the cron job',
      DATABASE_URL: undefined,
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    shop = await loadShop();
  });
  beforeEach(async () => {
    jar.clear();
    jar.set('customer', crypto.randomUUID());
    await shop.beginCart();
    await gateway.reset();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });

  const payIn = ({ secureId }: CheckoutView, card: string) => submitCard(sandbox.url, secureId, card);

  async function notifyOf(mchOrderNo: string): Promise<string> {
    const notices = await gateway.notifications();
    const notice = notices.find((one) => one.mchOrderNo === mchOrderNo)?.body;
    return shop.notify(notice ?? expect.fail('not notified'));
  }

  async function parcelsOf(cartId: string | undefined): Promise<unknown[]> {
    return (await shop.database.query('SELECT mch_order_no FROM parcels WHERE cart_id = $1', [cartId])).rows;
  }

  it('gives the same order again for the same cart, at the price of the server', async () => {
    const form = await shop.checkOut({ request: { amount: 1 } });
    expect(form.amount).toBe(2450);
    expect(await shop.checkOut()).toEqual(form);
    expect(await gateway.orders()).toHaveLength(1);
  });

  it('sends one parcel for a paid cart, does not sell it again, and sells another cart', async () => {
    const form = await shop.checkOut();
    await payIn(form, testCard.paid);
    expect(await notifyOf(form.mchOrderNo)).toBe('success');
    expect(await notifyOf(form.mchOrderNo)).toBe('success');
    expect(await parcelsOf(jar.get('cart'))).toEqual([{ mch_order_no: form.mchOrderNo }]);
    expect(await shop.checkOut()).toMatchObject({ mchOrderNo: form.mchOrderNo, settled: 'paid' });
    await shop.beginCart();
    expect((await shop.checkOut()).secureId).toMatch(/^\w{64}$/);
  });

  it('opens another order for another try after a decline', async () => {
    const form = await shop.checkOut();
    await payIn(form, testCard.declined);
    const next = await shop.checkOut({ declined: form.mchOrderNo });
    expect(next.mchOrderNo).not.toBe(form.mchOrderNo);
    expect(next.secureId).toBeDefined();
  });

  it('tells only its buyer of an order', async () => {
    const { mchOrderNo } = await shop.checkOut();
    expect((await shop.look(mchOrderNo)).status).toBe(200);
    jar.set('customer', crypto.randomUUID());
    expect((await shop.look(mchOrderNo)).status).toBe(404);
    jar.delete('customer');
    expect((await shop.look(mchOrderNo)).status).toBe(404);
  });

  it('opens no order for a browser without a cart', async () => {
    jar.delete('cart');
    expect(await shop.checkOut()).toMatchObject({ code: 'no_cart' });
    expect(await gateway.orders()).toEqual([]);
  });

  it('settles undecided orders for the cron job, and not for a caller without its secret', async () => {
    const form = await shop.checkOut();
    await payIn(form, testCard.paid);
    await shop.database.query('UPDATE iotpay.orders SET next_ask_at = created_at');
    for (const wrong of ['', 'Bearer ', 'Bearer undefined', 'a secret of the cron job']) {
      expect((await shop.settle(wrong)).status).toBe(401);
    }
    expect(await parcelsOf(jar.get('cart'))).toEqual([]);
    expect(await (await shop.settle('Bearer a secret of the cron job')).json()).toMatchObject({ moved: 1 });
    expect(await parcelsOf(jar.get('cart'))).toHaveLength(1);
    expect(((await (await shop.look(form.mchOrderNo)).json()) as OrderView).outcome).toBe('paid');
  });
});
