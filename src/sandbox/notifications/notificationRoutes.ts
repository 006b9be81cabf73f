import { Hono } from 'hono';
import * as v from 'valibot';
import { sign } from '../../server/signing/sign';
import type { Gateway } from '../gateway';
import type { LedgerEntry } from '../orders/ledger';
import { notificationFaultSchema } from './notificationFaults';
import { signedByAnother } from './notificationRecord';
import { readControl } from '../control/readControl';
import type { SandboxEnv } from '../readJson';

const sendSchema = v.strictObject({
  mchOrderNo: v.pipe(v.string(), v.nonEmpty()),
  changes: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.null()])), {}),
  forged: v.optional(v.boolean(), false),
});

type SendRequest = v.InferOutput<typeof sendSchema>;

/** A notification made to order: altered, or signed by somebody who has not got the key. */
function composeNotification({ order }: LedgerEntry, { changes, forged }: SendRequest, merchantKey: string) {
  const claim = forged && order.status !== 2 && order.status !== 3 ? { status: 2 } : {};
  const message = { ...order, ...claim, ...changes };
  return forged ? signedByAnother(message, merchantKey) : { ...message, sign: sign(message, merchantKey) };
}

/** What tests ask of the notifications, under `/_sandbox/notifications`. */
export function notificationRoutes({ ledger, notifier, credentials }: Gateway): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();

  routes.get('/', (context) => context.json({ notifications: [...notifier.all()].reverse() }));
  routes.post('/', async (context) => {
    const request = await readControl(context, sendSchema);
    if ('wrong' in request) return request.wrong;
    const entry = ledger.find({ mchOrderNo: request.asked.mchOrderNo });
    if (!entry) return context.json({ error: 'mchOrderNo: no such order' }, 404);
    if (entry.notifyUrl === undefined) {
      return context.json({ error: 'mchOrderNo: the order has no notifyUrl' }, 409);
    }
    const message = composeNotification(entry, request.asked, credentials.merchantKey);
    return context.json(await notifier.send(entry.notifyUrl, message));
  });

  routes.get('/faults', (context) => context.json({ faults: notifier.faults.all() }));
  routes.post('/faults', async (context) => {
    const fault = await readControl(context, notificationFaultSchema);
    if ('wrong' in fault) return fault.wrong;
    notifier.faults.add(fault.asked);
    return context.json({ faults: notifier.faults.all() });
  });
  routes.delete('/faults', (context) => {
    notifier.faults.clear();
    return context.json({ faults: [] });
  });
  return routes;
}
