import type { Hono } from 'hono';
import type { SandboxConsole } from '../consoleApi/sandboxConsole';
import { advanceSchema, forceSchema, parseCommand, orderQuerySchema, settleSchema } from '../control/schemas';
import { faultSchema } from '../faults/faults';
import type { Gateway } from '../gateway';
import { readJson, type SandboxEnv } from '../readJson';
import { ownShopRoutes } from '../shop/ownShop';
import { controlGroup, readCommand } from './answering';
import { eventRoutes } from './eventRoutes';
import { notificationRoutes } from './notificationRoutes';
import { playRoutes } from './playRoutes';

/** Everything under `/_sandbox/`: what the console and tests ask of the sandbox. `consoleApi/paths.ts` lists the calls. */
export function controlRoutes(gateway: Gateway, commands: SandboxConsole): Hono<SandboxEnv> {
  const { clocks, faults } = gateway;
  const routes = controlGroup();

  routes.get('/state', (context) => context.json(commands.state()));
  routes.post('/reset', (context) => {
    commands.reset();
    return context.json({ ok: true });
  });
  routes.post('/undo', (context) => {
    commands.undo();
    return context.json({ ok: true });
  });
  routes.post('/advance', async (context) => {
    const { ms } = await readCommand(context, advanceSchema);
    return context.json(await commands.advance(ms));
  });

  routes.get('/orders', (context) =>
    context.json(commands.orders(parseCommand(orderQuerySchema, context.req.query()))),
  );
  routes.get('/orders/:mchOrderNo', (context) =>
    context.json(commands.order(context.req.param('mchOrderNo'))),
  );
  routes.post('/orders/:mchOrderNo/force', async (context) =>
    context.json(commands.force(context.req.param('mchOrderNo'), await readCommand(context, forceSchema))),
  );
  routes.delete('/orders/:mchOrderNo/force', (context) =>
    context.json(commands.unforce(context.req.param('mchOrderNo'))),
  );
  routes.post('/settle', async (context) => {
    const { mchOrderNo } = await readCommand(context, settleSchema);
    return context.json({ settled: commands.settle(mchOrderNo) });
  });

  routes.get('/clocks', (context) => context.json(clocks));
  routes.post('/clocks', async (context) =>
    context.json(commands.changeClocks((await readJson(context)) as Record<string, number>)),
  );

  routes.get('/faults', (context) => context.json({ faults: faults.all() }));
  routes.post('/faults', async (context) => {
    commands.addFault(await readCommand(context, faultSchema));
    return context.json({ faults: faults.all() });
  });
  routes.delete('/faults', (context) => {
    commands.removeFaults('call');
    return context.json({ faults: [] });
  });
  routes.delete('/faults/:id{[0-9]+}', (context) => {
    commands.removeFaults(Number(context.req.param('id')));
    return context.json({ faults: commands.state().faults });
  });

  routes.route('/notifications', notificationRoutes(gateway, commands));
  routes.route('/shop', ownShopRoutes(gateway));
  routes.route('/', eventRoutes(gateway, commands));
  routes.route('/', playRoutes(commands));
  return routes;
}
