import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { IotPayError } from '../contract/error';
import type { SandboxClocks } from './clocks';
import { readCredentials, type SandboxCredentials } from './credentials';
import { createGateway } from './gateway';
import type { Behaviour } from './likeness/gatewayAnswers';
import { type Probe, readProbe } from './likeness/probe';
import { createRouter } from './router';

export interface SandboxOptions {
  /** The port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** The merchant that the sandbox knows; what is left out has a default. */
  readonly credentials?: Partial<SandboxCredentials> | undefined;
  /** Other clocks than the real gateway's, in milliseconds. */
  readonly clocks?: Partial<SandboxClocks> | undefined;
  /** What `iotpay doctor --probe` has learnt of a gateway: the sandbox then behaves like it, as far as it can. */
  readonly like?: Probe | undefined;
}

/** A sandbox that runs. */
export interface Sandbox {
  /** E.g. `http://127.0.0.1:4242`: the `baseUrl` for `createIotPay`; the hosted script is at `/cc/iotpaycc.js` under it. */
  readonly url: string;
  readonly credentials: SandboxCredentials;
  /** What it does where the gateway contract leaves a choice. */
  readonly behaviour: Behaviour;
  /** Stops it: open connections are closed, notifications that wait are given up. */
  close(): Promise<void>;
}

/** Only ever on this computer: a sandbox takes anybody's word who knows its published key. */
const loopback = '127.0.0.1';

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const message = `The sandbox could not listen on port ${port}: ${taken ? 'something else does' : error.message}.`;
      reject(new IotPayError(taken ? 'port_in_use' : 'listen_failed', message, error));
    });
    server.listen(port, loopback, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Starts the local gateway: the hosted script, the card page, the signed API and its notifications, as the gateway contract has
 * them, on a loopback port of this computer.
 *
 * @throws IotPayError `invalid_config` for credentials, clocks, a port or a probe that can't be, `port_in_use`, or `listen_failed`.
 * @example
 * const sandbox = await startSandbox();
 * const iotpay = createIotPay({ environment: { baseUrl: sandbox.url }, ...sandbox.credentials });
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0 } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new IotPayError('invalid_config', 'The port must be a whole number from 0 to 65535.');
  }
  const credentials = readCredentials(options.credentials);
  const gateway = createGateway(credentials, options.clocks, options.like && readProbe(options.like).answers);
  let url = '';
  const router = createRouter(gateway, () => url);
  const listener = getRequestListener((request, env) => router.fetch(request, env), {
    // The globals belong to the program that starts the sandbox.
    overrideGlobalObjects: false,
  });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  url = `http://${loopback}:${await listen(server, port)}`;

  return {
    url,
    credentials,
    behaviour: gateway.behaviour,
    async close() {
      gateway.reset();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
