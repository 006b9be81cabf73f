import type { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSettlement } from '../../examples/checkout/server/settlement';
import { startSettlingJob } from '../../examples/checkout/server/settlingJob';
import { startGateway, type ReceivedCall } from '../server/gateway/gatewayDouble';
import { server } from './freshDatabase';
import { sampleOrder, samplePayment } from './sampleOrder';
import { shopDatabaseForFile } from './shopDatabase';

const shop = shopDatabaseForFile();

beforeEach(() => shop.empty());

/** Orders whose time to be asked about has come. */
async function createDue(count: number, minutesOld = 0): Promise<string[]> {
  const numbers = [];
  for (let i = 0; i < count; i++) {
    const { mchOrderNo } = await shop.orders.create(sampleOrder());
    numbers.push(mchOrderNo);
  }
  await shop.letPass(minutesOld);
  await shop.database.query('UPDATE orders SET next_check_at = now()');
  return numbers;
}

type Answer = (order: string) => object | 'nothing';

const reporting =
  (status: number): Answer =>
  (mchOrderNo) => ({
    retCode: 'SUCCESS',
    retData: { payOrderId: `PC${mchOrderNo.slice(2)}`, mchOrderNo, amount: 3000, currency: 'CAD', status },
  });

/** Jobs as in as many processes, and a gateway that answers like this. */
async function startJobs(count: number, answer: Answer, atOnce?: number) {
  const asked: string[] = [];
  const hanging: ServerResponse[] = [];
  const problems: unknown[] = [];
  const gateway = await startGateway((response: ServerResponse, call: ReceivedCall) => {
    const mchOrderNo = String(call.fields.mchOrderNo);
    asked.push(mchOrderNo);
    const answered = answer(mchOrderNo);
    if (answered === 'nothing') hanging.push(response);
    else response.end(JSON.stringify(answered));
  });
  const log = (problem: unknown) => void problems.push(problem);
  const jobs = Array.from({ length: count }, () => {
    const settlement = createSettlement({ iotpay: gateway.client(), orders: shop.orders, log });
    return startSettlingJob({ queue: shop.orders, settlement, log, everyMs: 10, atOnce });
  });
  const close = async () => {
    await Promise.all(jobs.map((job) => job.close()));
  };
  onTestFinished(close);
  return { asked, hanging, problems, close };
}

const stateOf = async (mchOrderNo: string | undefined) => (await shop.orders.find(mchOrderNo ?? ''))?.state;
const statesOf = (numbers: string[]) => Promise.all(numbers.map(stateOf));

describe(`the job that settles open orders, on ${server}`, () => {
  it('settles what the gateway says is paid, each order once among several processes', async () => {
    const numbers = await createDue(20);
    const { asked, problems } = await startJobs(3, reporting(2));
    await vi.waitFor(async () => expect(new Set(await statesOf(numbers))).toEqual(new Set(['paid'])), 10_000);
    expect(asked.sort()).toEqual(numbers.sort());
    const events = await shop.database.query(`SELECT kind FROM order_events`);
    expect(events).toHaveLength(20);
    expect(problems).toEqual([]);
    expect(await shop.orders.find(numbers[0] ?? '')).toMatchObject({ settledBy: 'query' });
  });

  it('finds an order that becomes due while it runs', async () => {
    const { asked } = await startJobs(1, reporting(2));
    const [number] = await createDue(1);
    await vi.waitFor(async () => expect(await stateOf(number)).toBe('paid'), 10_000);
    expect(asked).toEqual([number]);
  });

  it('closes an order that failed', async () => {
    const [number] = await createDue(1);
    await startJobs(1, reporting(9));
    await vi.waitFor(async () => expect(await stateOf(number)).toBe('failed'), 10_000);
  });

  it('asks again, minutes later, about an order that is pending', async () => {
    const [number] = await createDue(1);
    let questions = 0;
    await startJobs(1, (order) => reporting((questions += 1) === 1 ? 0 : 2)(order));
    await vi.waitFor(() => expect(questions).toBe(1), 10_000);
    await shop.letPass(2);
    await vi.waitFor(async () => expect(await stateOf(number)).toBe('paid'), 10_000);
    expect(questions).toBe(2);
  });

  it('goes on with the others when one order cannot be settled, and tells of it', async () => {
    const [refused = '', ...others] = await createDue(6);
    const { problems } = await startJobs(1, (order) =>
      order === refused ? { retCode: 'FAIL', retMsg: 'pay order does not exist' } : reporting(2)(order),
    );
    await vi.waitFor(async () => {
      expect(new Set(await statesOf(others))).toEqual(new Set(['paid']));
      expect(problems).toHaveLength(1);
    }, 10_000);
    expect(String(problems[0])).toContain(refused);
    expect(await stateOf(refused)).toBe('open');
  });

  it('does not believe a report of another amount', async () => {
    const [number = ''] = await createDue(1);
    await shop.database.query('UPDATE orders SET amount = 2999');
    const { problems } = await startJobs(1, reporting(2));
    await vi.waitFor(() => expect(problems).toHaveLength(1), 10_000);
    expect(await stateOf(number)).toBe('open');
  });

  it.each(['system error', 'pay order does not exist'])(
    'keeps an order open, however old its form, of which the gateway says: %s',
    async (retMsg) => {
      const [number = ''] = await createDue(1, 300);
      const { problems } = await startJobs(1, () => ({ retCode: 'FAIL', retMsg }));
      await vi.waitFor(() => expect(problems).toHaveLength(1), 10_000);
      expect(String(problems[0])).toContain(number);
      expect(await stateOf(number)).toBe('open');
    },
  );

  it('asks about four orders at a time, and gives up at once when it is closed', async () => {
    const numbers = await createDue(6);
    const { asked, hanging, close, problems } = await startJobs(1, () => 'nothing');
    await vi.waitFor(() => expect(hanging).toHaveLength(4), 10_000);
    await close();
    expect(asked).toHaveLength(4);
    expect(problems).toEqual([]);
    expect(new Set(await statesOf(numbers))).toEqual(new Set(['open']));
  });

  it('leaves an order alone for longer and longer, as long as nobody knows', async () => {
    const [number] = await createDue(1);
    const minutes = [];
    for (let check = 0; check < 9; check++) {
      expect((await shop.orders.claimDue())?.mchOrderNo).toBe(number);
      expect(await shop.orders.claimDue()).toBeUndefined();
      const [row] = await shop.database.query(
        `SELECT round(extract(epoch FROM next_check_at - now()) / 60)::int AS minutes FROM orders`,
      );
      minutes.push(row?.minutes);
      await shop.database.query('UPDATE orders SET next_check_at = now()');
    }
    expect(minutes).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 256]);
  });

  it.each(['failed', 'expired'] as const)(
    'asks about an order that has %s for a week, and no longer',
    async (state) => {
      const [number = ''] = await createDue(1, 90);
      await shop.orders.noteUnpaid(number, state === 'failed' ? 'failed' : 'pending', 'query');
      expect(await stateOf(number)).toBe(state);
      let questions = 0;
      for (let hour = 0; hour < 24 * 10; hour++) {
        if (await shop.orders.claimDue()) questions += 1;
        await shop.letPass(60);
        if (hour === 24 * 6) expect(questions).toBeGreaterThan(5);
      }
      expect(questions).toBeLessThan(20);
      const [row] = await shop.database.query('SELECT next_check_at FROM orders');
      expect(row).toEqual({ next_check_at: null });
    },
  );

  it('never asks about an order that is paid', async () => {
    const order = sampleOrder();
    await shop.orders.create(order);
    await shop.orders.recordPayment(samplePayment(order));
    await shop.letPass(600);
    expect(await shop.orders.claimDue()).toBeUndefined();
  });

  it('leaves a new order to its customer first', async () => {
    await shop.orders.create(sampleOrder());
    expect(await shop.orders.claimDue()).toBeUndefined();
  });
});
