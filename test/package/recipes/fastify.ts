// fastify.ts
import Fastify from 'fastify';
import { orders } from './payments.js';

const app = Fastify();
await app.register((pay, _, done) => {
  // orders.node reads the body by itself. Fastify's own parsers would take it away, and answer 415 to a form.
  pay.removeAllContentTypeParsers();
  pay.addContentTypeParser('*', (_request, _body, proceed) => proceed(null));
  pay.all('/pay/*', (request, reply) => {
    reply.hijack();
    return orders.node(request.raw, reply.raw);
  });
  done();
});
await app.listen({ port: Number(process.env.PORT) });

orders.startSettling();
