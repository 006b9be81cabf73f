import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IotPayError } from '../../contract/error';

/** @throws IotPayError `invalid_config` */
export function readPort(port = 0): number {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new IotPayError('invalid_config', 'The port must be a whole number from 0 to 65535.');
}

/** Listens, and gives the port. @throws IotPayError `port_in_use` or `listen_failed` */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const message = `The sandbox could not listen on port ${port}: ${taken ? 'something else does' : error.message}.`;
      reject(new IotPayError(taken ? 'port_in_use' : 'listen_failed', message, error));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
