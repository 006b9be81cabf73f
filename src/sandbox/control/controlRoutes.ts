import { Hono } from 'hono';
import * as v from 'valibot';
import { changeClocks } from '../clocks';
import { faultSchema } from '../faults/faults';
import type { Gateway } from '../gateway';
import { notificationRoutes } from '../notifications/notificationRoutes';
import { settlementOf } from '../orders/orderStates';
import { readControl } from './readControl';
import { readJson, type SandboxEnv } from '../readJson';
import { settleAll, settleNow } from '../orders/settleNow';

const settleSchema = v.strictObject({ mchOrderNo: v.optional(v.pipe(v.string(), v.nonEmpty())) });

/** What tests ask of the sandbox, under `/_sandbox/`. The sandbox's own page explains each call. */
export function controlRoutes(gateway: Gateway): Hono<SandboxEnv> {
  const { ledger, clocks, faults } = gateway;
  const routes = new Hono<SandboxEnv>();

  routes.post('/reset', (context) => {
    gateway.reset();
    return context.json({ ok: true });
  });

  routes.get('/orders', (context) =>
    context.json({
      orders: ledger
        .all()
        .map((entry) => {
          const { order, subject, charges, kind } = entry;
          return { ...order, subject, charges, kind, settlement: settlementOf(entry) };
        })
        .reverse(),
    }),
  );
  routes.post('/settle', async (context) => {
    const request = await readControl(context, settleSchema);
    if ('wrong' in request) return request.wrong;
    const { mchOrderNo } = request.asked;
    if (mchOrderNo === undefined) return context.json({ settled: settleAll(gateway) });
    const entry = ledger.find({ mchOrderNo });
    if (!entry) return context.json({ error: 'mchOrderNo: no such order' }, 404);
    const result = settleNow(entry, clocks);
    return result === 'never'
      ? context.json({ error: 'mchOrderNo: not a paid payment, or void' }, 409)
      : context.json({ settled: result === 'now' ? [mchOrderNo] : [] });
  });

  routes.route('/notifications', notificationRoutes(gateway));

  routes.get('/clocks', (context) => context.json(clocks));
  routes.post('/clocks', async (context) => {
    const problem = changeClocks(clocks, await readJson(context));
    return problem === undefined ? context.json(clocks) : context.json({ error: problem }, 400);
  });

  routes.get('/faults', (context) => context.json({ faults: faults.all() }));
  routes.post('/faults', async (context) => {
    const fault = await readControl(context, faultSchema);
    if ('wrong' in fault) return fault.wrong;
    faults.add(fault.asked);
    return context.json({ faults: faults.all() });
  });
  routes.delete('/faults', (context) => {
    faults.clear();
    return context.json({ faults: [] });
  });
  return routes;
}
