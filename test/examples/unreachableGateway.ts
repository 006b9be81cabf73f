import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { IotPay } from 'react-iotpay/server';
import { clientOf } from '../server/gateway/gatewayDouble';

/** A client of a gateway where nobody listens: whatever it is asked to send has surely not been sent. */
export async function unreachableGateway(): Promise<IotPay> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return clientOf(`http://127.0.0.1:${port}`);
}
