import type { ConsoleOrder, OrderList } from '../../../consoleApi/orders';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from './request';

const pageSize = 500;

/** So many orders that changed far down the list are asked for in one round; the rest wait for the next. */
const mostSingly = 20;

function page(query: Readonly<Record<string, string>>): Promise<OrderList> {
  return request.get(`${consolePaths.orders}?${new URLSearchParams(query).toString()}`);
}

/** The newest orders, down to the first that is known already. */
async function newest(known: ReadonlySet<string>, limit: number): Promise<ConsoleOrder[]> {
  const found: ConsoleOrder[] = [];
  let before: string | undefined;
  do {
    const { orders, next } = await page({ limit: String(limit), ...(before !== undefined && { before }) });
    found.push(...orders);
    before = orders.some(({ mchOrderNo }) => known.has(mchOrderNo)) ? undefined : next;
  } while (before !== undefined);
  return found;
}

async function one(mchOrderNo: string): Promise<ConsoleOrder | undefined> {
  const { orders } = await page({ q: mchOrderNo });
  return orders.find((order) => order.mchOrderNo === mchOrderNo);
}

/** Every order, the newest first. */
export const loadAllOrders = (): Promise<ConsoleOrder[]> => newest(new Set(), pageSize);

/**
 * Brings a list up to date. `changed` holds the numbers of the orders that events were about; those that are up to date now are
 * taken out of it.
 */
export async function refreshOrders(
  current: readonly ConsoleOrder[],
  changed: Set<string>,
): Promise<ConsoleOrder[]> {
  const known = new Set(current.map(({ mchOrderNo }) => mchOrderNo));
  const wanted = [...changed];
  const head = await newest(known, Math.min(pageSize, wanted.length + 20));
  const fresh = new Map(head.map((order) => [order.mchOrderNo, order]));
  const further = wanted.filter((mchOrderNo) => known.has(mchOrderNo) && !fresh.has(mchOrderNo));
  const asked = further.slice(0, mostSingly);
  const singly = await Promise.all(asked.map(one));
  const replaced = new Map(singly.flatMap((order) => (order ? [[order.mchOrderNo, order] as const] : [])));
  const waiting = new Set(further.slice(mostSingly));
  for (const mchOrderNo of wanted) if (!waiting.has(mchOrderNo)) changed.delete(mchOrderNo);
  const rest = current.filter(({ mchOrderNo }) => !fresh.has(mchOrderNo));
  return [...head, ...rest.map((order) => replaced.get(order.mchOrderNo) ?? order)];
}
