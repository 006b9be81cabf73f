import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { receive } from './calls/receive';
import { controlRoutes } from './control/controlRoutes';
import { spoilAnswers } from './faults/faultyAnswers';
import type { Gateway } from './gateway';
import { loopbackOnly } from './loopbackOnly';
import { pageRoutes } from './pages/pageRoutes';
import { readJson, type SandboxEnv } from './readJson';

/** Every address of the sandbox. `ownUrl` is known only once it listens. */
export function createRouter(gateway: Gateway, ownUrl: () => string): Hono<SandboxEnv> {
  const router = new Hono<SandboxEnv>();

  router.use(loopbackOnly, async ({ header }, next) => {
    header('X-Content-Type-Options', 'nosniff');
    // Addresses of card pages hold a `secureId`.
    header('Referrer-Policy', 'no-referrer');
    header('Cache-Control', 'no-store');
    await next();
  });
  router.use('/v3/*', spoilAnswers(gateway.faults));
  router.use('/cc/*', spoilAnswers(gateway.faults));

  router.post('/v3/:call', async (context) => {
    const name = context.req.param('call');
    const { httpStatus, answer } = await receive(name, await readJson(context), gateway, ownUrl());
    return context.json(answer, httpStatus as ContentfulStatusCode);
  });
  router.route('/_sandbox', controlRoutes(gateway));
  router.route('/', pageRoutes(gateway, ownUrl));
  router.notFound(({ text }) => text('The sandbox has nothing here. See / for what it has.', 404));
  return router;
}
