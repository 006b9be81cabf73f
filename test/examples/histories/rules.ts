import { expect } from 'vitest';
import type { ErrorView } from '../../../examples/checkout/api';
import { gatewayOrders, isPaid, storedOrders, type Books, type StoredOrder, type World } from './history';

const steps: Record<StoredOrder['state'], StoredOrder['state'][]> = {
  open: ['open', 'paid', 'failed', 'expired'],
  failed: ['failed', 'paid'],
  expired: ['expired', 'paid'],
  paid: ['paid'],
};

/** Whether "no such order" was all that was said of an order for an hour, up to now, and more than twice. */
function wasMissingForAnHour({ shop }: World, no: string): boolean {
  const said = shop.said.filter(({ mchOrderNo, answer }) => mchOrderNo === no && answer !== 'system error');
  const known = said.findLastIndex(({ answer }) => typeof answer === 'number');
  const missing = said.slice(known + 1);
  return missing.length >= 3 && Number(missing.at(-1)?.at) - Number(missing[0]?.at) >= 60;
}

/** What holds after every step, whatever the gateway has said. */
export async function checkRules(books: Books, world: World): Promise<void> {
  const truth = await gatewayOrders(world);
  const orders = await storedOrders(world);
  for (const order of orders) {
    const known = books.orders.get(order.no);
    const before = known?.state ?? 'open';
    expect(steps[before], `${order.no} was ${before}`).toContain(order.state);
    if (order.state === 'paid') expect(isPaid(truth.get(order.no)), 'paid at the gateway').toBe(true);
    if (order.state === 'failed') expect(truth.get(order.no)?.status, 'failed at the gateway').toBe(9);
    if (before === 'open' && order.state === 'expired') {
      const last = world.shop.said.findLast(({ mchOrderNo }) => mchOrderNo === order.no);
      if (order.isForm) expect(order.age, 'age of a form that expired').toBeGreaterThanOrEqual(90);
      const isUnpaid = order.isForm && last?.answer === 0;
      expect(isUnpaid || wasMissingForAnHour(world, order.no), 'proof that it expired').toBe(true);
    }
    const isLate = order.state === 'paid' && (before === 'failed' || before === 'expired');
    expect(order.late, 'late').toBe(isLate || known?.late === true);
  }
  await checkAlarms(world, orders);
  books.orders = new Map(orders.map((order) => [order.no, order]));
}

/** Each paid order is told of once, and of a checkout's paid orders all but one are told of as paid again. */
async function checkAlarms({ shop }: World, orders: StoredOrder[]): Promise<void> {
  const events = await shop.events();
  const paid = orders.filter(({ state }) => state === 'paid');
  const expected = paid.map(({ no, late, surplus }) => [
    surplus ? 'paid_again' : late ? 'paid_late' : 'paid',
    no,
  ]);
  expect([...events].sort()).toEqual(expected.sort());
  for (const key of new Set(paid.map((order) => order.key))) {
    expect(paid.filter((order) => order.key === key && !order.surplus)).toHaveLength(1);
  }
}

/**
 * What holds when the shop begins to sell something. Nothing is sold under a key that is paid; nothing to a customer who may have
 * paid, as far as the shop was told or could have asked.
 */
export async function checkSale(
  books: Books,
  world: World,
  { no, key }: { no: string; key: string },
): Promise<void> {
  const truth = await gatewayOrders(world);
  for (const other of await storedOrders(world)) {
    if (other.no === no) continue;
    if (other.key === key) expect(other.state, 'sold under a paid key').not.toBe('paid');
    if (other.state !== 'open') continue;
    expect(other.hasBegun, `sold while ${other.no} is undecided`).toBe(false);
    expect(books.mood, 'sold while the gateway speaks of no open order').toBe('truth');
    expect(truth.get(other.no), `sold while ${other.no} is being paid`).toMatchObject({
      status: 0,
      charges: 0,
    });
  }
}

/** "You have not been charged" is said only where no order of the checkout can have been paid. */
export async function checkWords(
  world: World,
  key: string,
  { message = '' }: Partial<ErrorView>,
): Promise<void> {
  if (!/not been charged/.test(message)) return;
  const truth = await gatewayOrders(world);
  for (const order of await storedOrders(world)) {
    if (order.key === key) expect(truth.get(order.no)?.status, message).toBe(9);
  }
}

/** What a click on "give back" has given back at the gateway, for each click: its refunds' numbers. */
export async function checkRefunds(world: World): Promise<void> {
  const truth = await gatewayOrders(world);
  const refunds = await world.shop.database.query(
    'SELECT mch_refund_no AS no, refund_key AS click, mch_order_no AS payment, amount, state FROM refunds',
  );
  const given = refunds.filter(({ no }) => truth.has(String(no)));
  const clicks = given.map(({ click }) => click);
  expect(new Set(clicks).size, 'refunds of one click').toBe(clicks.length);
  for (const { no, state } of refunds) {
    if (state === 'succeeded') expect(truth.get(String(no))?.status).toBe(2);
    if (state === 'failed' && truth.has(String(no)))
      expect(wasMissingForAnHour(world, String(no))).toBe(true);
  }
  for (const order of await storedOrders(world)) {
    const ofOrder = given.filter(({ payment }) => payment === order.no);
    const sum = ofOrder.reduce((total, { amount }) => total + Number(amount), 0);
    expect(sum, 'given back').toBeLessThanOrEqual(truth.get(order.no)?.amount ?? 0);
  }
}

/** What holds when the gateway has told the truth about everything. */
export async function checkEnd(world: World): Promise<void> {
  const { shop, customer } = world;
  for (const { no, state } of await storedOrders(world)) {
    if (state !== 'paid') await customer.ask(no);
    else await customer.askForRefunds(no);
  }
  await shop.letPass(2 * 24 * 60);
  await shop.settleDue();
  const truth = await gatewayOrders(world);
  for (const { no, state } of await storedOrders(world)) {
    if (isPaid(truth.get(no))) expect(state, 'what the gateway holds as paid').toBe('paid');
  }
  const refunds = await shop.database.query('SELECT mch_refund_no AS no, state FROM refunds');
  for (const { no, state } of refunds) {
    if (truth.has(String(no))) expect(state, 'what the gateway has given back').toBe('succeeded');
  }
}
