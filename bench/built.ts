import type * as server from '../src/server/index';

/** The server from `dist`, as a shop's Node runs it. Sources that are compiled on the fly would be slower. */
const built = new URL('../dist/server.js', import.meta.url).href;

export const { createIotPay, createNotificationHandler, sign, verify } = (await import(
  built
)) as typeof server;
