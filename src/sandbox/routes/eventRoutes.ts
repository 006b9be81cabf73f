import type { Context, Hono } from 'hono';
import type { EventFilter, SandboxConsole } from '../consoleApi/sandboxConsole';
import { eventQuerySchema, parseCommand } from '../control/schemas';
import { streamEvents } from '../events/eventStream';
import type { Gateway } from '../gateway';
import type { SandboxEnv } from '../readJson';
import { controlGroup } from './answering';

const filterOf = (context: Context<SandboxEnv>): EventFilter =>
  parseCommand(eventQuerySchema, context.req.query());

function asFile(context: Context<SandboxEnv>, name: string): void {
  context.header('Content-Disposition', `attachment; filename="${name}"`);
}

/** What happened: live, as a list, one by one, and as files. */
export function eventRoutes({ journal }: Gateway, commands: SandboxConsole): Hono<SandboxEnv> {
  const routes = controlGroup();
  routes.get('/events', (context) => {
    const start = { lastEventId: context.req.header('Last-Event-ID'), after: context.req.query('after') };
    streamEvents(journal, context.env.outgoing, start);
    return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
  });
  routes.get('/events/:id{[0-9]+}', (context) =>
    context.json(commands.event(Number(context.req.param('id')))),
  );
  routes.get('/log', (context) => context.json(commands.events(filterOf(context))));
  routes.get('/export.json', (context) => {
    asFile(context, 'iotpay-sandbox.json');
    return context.json(commands.exportJson(filterOf(context)));
  });
  routes.get('/export.har', (context) => {
    asFile(context, 'iotpay-sandbox.har');
    return context.json(commands.exportHar(filterOf(context)));
  });
  return routes;
}
