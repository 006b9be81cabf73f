import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { SandboxConsole } from './consoleApi/sandboxConsole';
import type { ConsoleSettings } from './consoleApi/state';
import { createConsole } from './control/createConsole';
import { readCredentials, type SandboxCredentials } from './credentials';
import { createGateway } from './gateway';
import type { Behaviour } from './likeness/gatewayAnswers';
import { type Probe, readProbe } from './likeness/probe';
import { listen, readPort } from './network/listen';
import { readNetwork, urlsOf, type NetworkOptions } from './network/networkOptions';
import { keepInFile } from './persist/keepInFile';
import { createRouter } from './routes/router';
import type { SandboxUrls } from './shop/launchPayment';
import type { SandboxClocks } from './time/clocks';

export interface SandboxOptions extends NetworkOptions {
  /** The port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** The merchant that the sandbox knows. Each field has a default. */
  readonly credentials?: Partial<SandboxCredentials> | undefined;
  /** Other clocks than the real gateway's, in milliseconds. */
  readonly clocks?: Partial<SandboxClocks> | undefined;
  /** What `iotpay doctor --probe` has learnt of a gateway: the sandbox then behaves like it, as far as it can. */
  readonly like?: Probe | undefined;
  /** A file that keeps orders, cards, sessions, notifications and events, so that the next sandbox goes on from there. */
  readonly persist?: string | undefined;
  /** Leaves the test-card picker off the card pages. */
  readonly plain?: boolean | undefined;
}

/** A sandbox that runs, with all that its console can do. */
export interface Sandbox extends SandboxConsole {
  /** E.g. `http://127.0.0.1:4242`: the `baseUrl` for `createIotPay`; the hosted script is at `/cc/iotpaycc.js` under it. */
  readonly url: string;
  /** Where browsers find it: the same, unless `host` or `publicUrl` says otherwise. The page loads the hosted script from here. */
  readonly publicUrl: string;
  readonly credentials: SandboxCredentials;
  /** How it behaves where docs/gateway-contract.md leaves a choice. */
  readonly behaviour: Behaviour;
  /** Stops it: open connections are closed, notifications that wait are given up, or kept in the file. */
  close(): Promise<void>;
}

/**
 * Starts the local gateway: the hosted script, the card page, the signed API and its notifications, as docs/gateway-contract.md has
 * them, on a loopback port of this computer, or where `host` says.
 *
 * @throws IotPayError `invalid_config` for credentials, clocks, a port, hosts or a probe that can't be, `port_in_use`,
 *   `listen_failed`, or `persist_failed` for a file that can't be read or written.
 * @example
 * const sandbox = await startSandbox();
 * const iotpay = createIotPay({ environment: { baseUrl: sandbox.url }, ...sandbox.credentials });
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const port = readPort(options.port);
  const credentials = readCredentials(options.credentials);
  const network = readNetwork(options);
  const like = options.like && readProbe(options.like);
  const gateway = createGateway(credentials, network.trust, options.clocks, like?.answers);
  const plain = options.plain ?? false;
  let urls: SandboxUrls = { local: '', public: '' };
  const settings = (): ConsoleSettings => ({
    baseUrl: urls.local,
    scriptUrl: `${urls.public}/cc/iotpaycc.js`,
    ...credentials,
    trusted: network.trust.names,
    plain,
    ...(options.persist !== undefined && { persist: options.persist }),
  });
  const commands = createConsole(gateway, () => urls, settings);
  const router = createRouter(gateway, commands, { urls: () => urls, plain });
  const listener = getRequestListener((request, env) => router.fetch(request, env), {
    // The globals belong to the program that starts the sandbox.
    overrideGlobalObjects: false,
  });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const kept = options.persist === undefined ? undefined : keepInFile(options.persist, gateway);
  try {
    urls = urlsOf(network, await listen(server, port, network.host));
  } catch (error) {
    kept?.end();
    throw error;
  }
  gateway.journal.append({
    type: 'control',
    action: 'started',
    message: `The sandbox runs at ${urls.local}.`,
  });

  return {
    ...commands,
    url: urls.local,
    publicUrl: urls.public,
    credentials,
    behaviour: gateway.behaviour,
    async close() {
      kept?.end();
      gateway.reset();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
