import { Hono } from 'hono';
import * as v from 'valibot';
import { sign } from '../server/sign';
import { changeClocks } from './clocks';
import { faultSchema } from './faults';
import type { Gateway } from './gateway';
import type { LedgerEntry } from './ledger';
import { readJson, type SandboxEnv } from './readJson';

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
  return { ...message, sign: sign(message, forged ? `not ${merchantKey}` : merchantKey) };
}

function explain([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]) {
  return { error: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` };
}

/** What tests ask of the sandbox, under `/_sandbox/`. The sandbox's own page explains each call. */
export function controlRoutes(gateway: Gateway): Hono<SandboxEnv> {
  const { ledger, notifier, clocks, faults, credentials } = gateway;
  const routes = new Hono<SandboxEnv>();

  routes.post('/reset', (context) => {
    gateway.reset();
    return context.json({ ok: true });
  });

  routes.get('/orders', (context) =>
    context.json({
      orders: ledger
        .all()
        .map(({ order, subject, charges }) => ({ ...order, subject, charges }))
        .reverse(),
    }),
  );

  routes.get('/notifications', (context) => context.json({ notifications: [...notifier.all()].reverse() }));
  routes.post('/notifications', async (context) => {
    const request = v.safeParse(sendSchema, await readJson(context));
    if (!request.success) return context.json(explain(request.issues), 400);
    const entry = ledger.find({ mchOrderNo: request.output.mchOrderNo });
    if (!entry) return context.json({ error: 'mchOrderNo: no such order' }, 404);
    const message = composeNotification(entry, request.output, credentials.merchantKey);
    return context.json(await notifier.send(entry.notifyUrl, message));
  });

  routes.get('/clocks', (context) => context.json(clocks));
  routes.post('/clocks', async (context) => {
    const problem = changeClocks(clocks, await readJson(context));
    return problem === undefined ? context.json(clocks) : context.json({ error: problem }, 400);
  });

  routes.get('/faults', (context) => context.json({ faults: faults.all() }));
  routes.post('/faults', async (context) => {
    const fault = v.safeParse(faultSchema, await readJson(context));
    if (!fault.success) return context.json(explain(fault.issues), 400);
    faults.add(fault.output);
    return context.json({ faults: faults.all() });
  });
  routes.delete('/faults', (context) => {
    faults.clear();
    return context.json({ faults: [] });
  });
  return routes;
}
