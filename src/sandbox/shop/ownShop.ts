import { Hono } from 'hono';
import { verify } from '../../server/signing/verify';
import { asRecord } from '../../contract/wire';
import type { Gateway } from '../gateway';
import { readJson, type SandboxEnv } from '../readJson';

/** Where the shop that the sandbox plays itself is told of payments. */
export const ownNotifyPath = '/_sandbox/shop/notify';

/** Where its customers come back to: the order's timeline in the console. */
export const ownReturnPath = (mchOrderNo: string) => `/orders/${encodeURIComponent(mchOrderNo)}`;

/** A shop for visitors without one. It checks notifications and stores nothing. */
export function ownShopRoutes({ credentials, ledger }: Gateway): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.post('/notify', async (context) => {
    const message = asRecord(await readJson(context));
    if (!verify({ ...message }, credentials.merchantKey)) return context.text('wrong sign', 400);
    const entry = ledger.find({ mchOrderNo: String(message.mchOrderNo) });
    const isOurs = entry?.order.amount === message.amount && entry?.order.payOrderId === message.payOrderId;
    return isOurs ? context.text('success') : context.text('not what was ordered', 409);
  });
  return routes;
}
