import { startSandbox, type Sandbox } from 'react-iotpay/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checkout } from '../../examples/nextjs/app/api/checkout/route';
import { createGatewayControl, type GatewayControl } from '../e2e/gatewayControl';
import { testCard } from './sandboxCustomer';
import { submitCard } from './submitCard';

const jar = new Map<string, string>();

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  }),
}));

/** The route handlers and what is behind them; their settings are read when they are loaded. */
async function loadShop() {
  const [checkout, notification, cart, confirm] = await Promise.all([
    import('../../examples/nextjs/app/api/checkout/route'),
    import('../../examples/nextjs/app/api/iotpay/route'),
    import('../../examples/nextjs/app/api/cart/route'),
    import('../../examples/nextjs/shop/askIotPay'),
  ]);
  return {
    async checkOut() {
      return (await (await checkout.POST()).json()) as Checkout & { secureId?: string; settled?: string };
    },
    async notify(notice: object) {
      const request = new Request('http://shop.example', { method: 'POST', body: JSON.stringify(notice) });
      return (await notification.POST(request)).text();
    },
    buyMore: cart.POST,
    confirm: confirm.confirmOrder,
  };
}

const minute = 60_000;

describe('the Next.js shop', () => {
  const problems: string[] = [];
  let sandbox: Sandbox;
  let gateway: GatewayControl;
  let shop: Awaited<ReturnType<typeof loadShop>>;

  beforeAll(async () => {
    sandbox = await startSandbox({ clocks: { bankMs: 0 } });
    gateway = createGatewayControl(sandbox.url);
    const { mchId, loginName, merchantKey } = sandbox.credentials;
    vi.stubEnv('IOTPAY_URL', sandbox.url);
    vi.stubEnv('IOTPAY_MCH_ID', mchId);
    vi.stubEnv('IOTPAY_LOGIN', loginName);
    vi.stubEnv('IOTPAY_KEY', merchantKey);
    // The tests deliver the notifications themselves.
    vi.stubEnv('SHOP_URL', 'http://shop.example');
    shop = await loadShop();
  });
  beforeEach(async () => {
    jar.clear();
    problems.length = 0;
    for (const kind of ['error', 'warn'] as const) {
      vi.spyOn(console, kind).mockImplementation(
        (...words) => void problems.push(words.map(String).join(' ')),
      );
    }
    await gateway.reset();
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(async () => {
    vi.unstubAllEnvs();
    await sandbox.close();
  });

  const payIn = ({ secureId }: { secureId?: string }, card: string) =>
    submitCard(sandbox.url, secureId, card);

  async function noticeOf(mchOrderNo: string): Promise<object> {
    const notices = await gateway.notifications();
    return notices.find((notice) => notice.mchOrderNo === mchOrderNo)?.body ?? expect.fail('not notified');
  }

  function letPass(minutes: number): void {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * minute });
  }

  it('gives the same order again for the same cart, until somebody has begun to pay', async () => {
    const form = await shop.checkOut();
    expect(await shop.checkOut()).toEqual(form);
    await shop.confirm(form.mchOrderNo);
    expect(await shop.checkOut()).toEqual({ mchOrderNo: form.mchOrderNo, settled: 'unknown' });
    expect(await gateway.orders()).toHaveLength(1);
  });

  it('does not sell the same cart again after it was paid, and sells another one', async () => {
    const form = await shop.checkOut();
    await payIn(form, testCard.paid);
    expect(await shop.checkOut()).toEqual({ mchOrderNo: form.mchOrderNo, settled: 'paid' });
    expect((await shop.buyMore()).status).toBe(303);
    expect((await shop.checkOut()).secureId).toMatch(/^\w{64}$/);
  });

  it('opens another order after a decline', async () => {
    const form = await shop.checkOut();
    await payIn(form, testCard.declined);
    expect(await shop.confirm(form.mchOrderNo)).toMatchObject({ state: 'failed' });
    const next = await shop.checkOut();
    expect(next.mchOrderNo).not.toBe(form.mchOrderNo);
    expect(next.secureId).toBeDefined();
  });

  it.each(['system error', 'pay order does not exist'])(
    'confirms an order neither as failed nor sells it again when IOTPay answers: %s',
    async (retMsg) => {
      const form = await shop.checkOut();
      await payIn(form, testCard.paid);
      await gateway.addFault({ call: 'cc_query', kind: 'fail', retMsg, times: 1000 });
      expect(await shop.confirm(form.mchOrderNo)).toMatchObject({ state: 'open' });
      expect(await shop.checkOut()).toEqual({ mchOrderNo: form.mchOrderNo, settled: 'unknown' });
      await shop.notify(await noticeOf(form.mchOrderNo));
      expect(await shop.confirm(form.mchOrderNo)).toMatchObject({ state: 'paid' });
    },
  );

  it('confirms an order as paid that it holds as paid, whatever IOTPay answers', async () => {
    const form = await shop.checkOut();
    await payIn(form, testCard.paid);
    await shop.notify(await noticeOf(form.mchOrderNo));
    await gateway.reset();
    expect(await shop.confirm(form.mchOrderNo)).toMatchObject({ state: 'paid', knownFrom: 'notification' });
  });

  it('takes no payment of another amount for its own', async () => {
    const form = await shop.checkOut();
    await payIn(form, testCard.paid);
    const { applyReport } = await import('../../examples/nextjs/shop/applyReport');
    const cent = { payOrderId: 'PC1', mchOrderNo: form.mchOrderNo, amount: 1, currency: 'CAD', status: 2 };
    expect(() => applyReport(cent, 'query')).toThrow('with 1 CAD, not 2450 CAD');
    expect(await shop.notify(await noticeOf(form.mchOrderNo))).toBe('success');
  });

  it('expires an order when its form has been over for half an hour, and takes late money with an alarm', async () => {
    const form = await shop.checkOut();
    letPass(89);
    expect(await shop.confirm(form.mchOrderNo)).toMatchObject({ state: 'open' });
    letPass(1);
    expect(await shop.confirm(form.mchOrderNo)).toMatchObject({ state: 'expired' });
    vi.useRealTimers();
    await payIn(form, testCard.paid);
    expect(await shop.confirm(form.mchOrderNo)).toMatchObject({ state: 'paid' });
    expect(problems.join()).toContain('paid after it had been given up');
  });

  it('raises an alarm when two orders of one cart were paid', async () => {
    const old = await shop.checkOut();
    letPass(56);
    const newer = await shop.checkOut();
    vi.useRealTimers();
    expect(newer.mchOrderNo).not.toBe(old.mchOrderNo);
    await payIn(newer, testCard.paid);
    await payIn(old, testCard.paid);
    await shop.notify(await noticeOf(newer.mchOrderNo));
    expect(problems).toEqual([]);
    await shop.notify(await noticeOf(old.mchOrderNo));
    expect(await shop.confirm(old.mchOrderNo)).toMatchObject({ state: 'paid', isSurplus: true });
    expect(problems.join()).toContain('was paid although its cart is');
  });
});
