import type * as server from '../src/server/index';

/** The server as a shop's Node runs it, from `dist`: sources compiled on the fly would be measured with their compiler's marks. */
const built = new URL('../dist/server.js', import.meta.url).href;

export const { createIotPay, createNotificationHandler, sign, verify } = (await import(
  built
)) as typeof server;
