import * as v from 'valibot';
import type { Hono } from 'hono';
import type { SandboxConsole } from '../consoleApi/sandboxConsole';
import { notifySchema } from '../control/schemas';
import type { Gateway } from '../gateway';
import { deliveryFaultSchema } from '../notifications/deliveryFaults';
import type { SandboxEnv } from '../readJson';
import { controlGroup, readCommand } from './answering';

/** `forged` is the older way to say `"forge": "wrongKey"`. */
const sendSchema = v.strictObject({
  ...notifySchema.entries,
  forged: v.optional(v.boolean(), false),
});

/** Under `/_sandbox/notifications`. */
export function notificationRoutes(gateway: Gateway, commands: SandboxConsole): Hono<SandboxEnv> {
  const { deliveryFaults } = gateway;
  const routes = controlGroup();

  routes.get('/', (context) => context.json({ notifications: commands.notifications() }));
  routes.post('/', async (context) => {
    const { forged, forge, ...rest } = await readCommand(context, sendSchema);
    const attempts = await commands.notify({ ...rest, forge: forge ?? (forged ? 'wrongKey' : undefined) });
    return context.json({ ...attempts[0], attempts });
  });
  routes.get('/faults', (context) => context.json({ faults: deliveryFaults.all() }));
  routes.post('/faults', async (context) => {
    commands.addNotificationFault(await readCommand(context, deliveryFaultSchema));
    return context.json({ faults: deliveryFaults.all() });
  });
  routes.delete('/faults', (context) => {
    commands.removeFaults('notification');
    return context.json({ faults: [] });
  });
  return routes;
}
