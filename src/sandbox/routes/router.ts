import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { receive } from '../calls/receive';
import type { SandboxConsole } from '../consoleApi/sandboxConsole';
import { recordCalls } from '../events/recordCalls';
import { spoilAnswers } from '../faults/faultyAnswers';
import type { Gateway } from '../gateway';
import { trustedOnly } from '../network/trustedOnly';
import { pageRoutes } from '../pages/pageRoutes';
import { readJson, type SandboxEnv } from '../readJson';
import type { SandboxUrls } from '../shop/launchPayment';
import { controlRoutes } from './controlRoutes';

/** What the router needs beside the gateway; the addresses are known only once it listens. */
export interface RouterSettings {
  readonly urls: () => SandboxUrls;
  /** Whether card pages have no test-card picker. */
  readonly plain: boolean;
}

/** Every address of the sandbox. */
export function createRouter(
  gateway: Gateway,
  commands: SandboxConsole,
  { urls, plain }: RouterSettings,
): Hono<SandboxEnv> {
  const router = new Hono<SandboxEnv>();

  router.use(trustedOnly(gateway.trust), async ({ header }, next) => {
    header('X-Content-Type-Options', 'nosniff');
    // Addresses of card pages hold a `secureId`.
    header('Referrer-Policy', 'no-referrer');
    header('Cache-Control', 'no-store');
    await next();
  });
  router.use('/v3/*', recordCalls(gateway), spoilAnswers(gateway));
  router.use('/cc/*', spoilAnswers(gateway));

  router.post('/v3/:call', async (context) => {
    const name = context.req.param('call');
    const { httpStatus, answer, refusal } = await receive(
      name,
      await readJson(context),
      gateway,
      urls().public,
    );
    context.set('refusal', refusal);
    return context.json(answer, httpStatus as ContentfulStatusCode);
  });
  router.route('/_sandbox', controlRoutes(gateway, commands));
  router.route('/', pageRoutes(gateway, plain));
  router.notFound(({ text }) => text('The sandbox has nothing here. See / for what it has.', 404));
  return router;
}
