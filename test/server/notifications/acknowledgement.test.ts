import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createNotificationHandler } from '../../../src/server/index';
import { iotpay, post, signed } from './notificationDouble';

it('announces the length of the acknowledgement in bytes, whatever text the shop chooses', async () => {
  const handler = createNotificationHandler({
    iotpay,
    expect: false,
    onPayment: () => undefined,
    successText: '成功',
  });
  const server = createServer((request, response) => void handler.node(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const response = await fetch(url, post(JSON.stringify(signed())));
  expect(await response.text()).toBe('成功');
  expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength('成功')));
});
