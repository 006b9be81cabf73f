// hono.ts: with Bun and Deno, `export default app` does instead of `serve`
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { orders } from './payments.js';

const app = new Hono();
app.all('/pay/*', (context) => orders.fetch(context.req.raw));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });

orders.startSettling();
