import { createIotPay } from 'react-iotpay/server';
import { startSandbox, testCards, type SandboxClocks } from 'react-iotpay/sandbox';
import { startMerchantServer, type MerchantServer } from './server/merchantServer';
import { openDatabase } from './server/openDatabase';

export interface DemoOptions {
  /** The shop's port. Default: any that is free. */
  port?: number;
  /** The local gateway's clocks. Default: as slow as the real one. */
  clocks?: Partial<SandboxClocks>;
  /** A Postgres server to keep bags and orders in. Default: an embedded one, which forgets them. */
  databaseUrl?: string | undefined;
  /** The pause between two rounds of settling orders and refunds, in milliseconds. Default 5000. */
  settleEveryMs?: number;
  /** Whether the page reloads when its files change. Default `true`. */
  watch?: boolean;
  /** Where the shop's server writes what goes wrong. Default: standard error. */
  log?: (problem: unknown) => void;
}

export interface Demo {
  /** The one URL to open. */
  url: string;
  sandbox: Awaited<ReturnType<typeof startSandbox>>;
  merchant: MerchantServer;
  close(): Promise<void>;
}

/** The local gateway and a shop that takes payments through it. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const log = options.log ?? console.error;
  // Of what has been started, the newest is closed first.
  const started: { close(): Promise<void> }[] = [];
  async function close(): Promise<void> {
    for (const part of started.reverse()) await part.close();
  }
  try {
    const database = await openDatabase(options.databaseUrl, log);
    started.push(database);
    const sandbox = await startSandbox(options.clocks ? { clocks: options.clocks } : {});
    started.push(sandbox);
    const merchant = await startMerchantServer({
      iotpay: createIotPay({ environment: { baseUrl: sandbox.url }, ...sandbox.credentials }),
      database,
      port: options.port,
      serve: (options.watch ?? true) ? 'watched page' : 'page',
      settleEveryMs: options.settleEveryMs,
      log,
      page: {
        iotPayScript: `${sandbox.url}/cc/iotpaycc.js`,
        gateway: {
          url: sandbox.url,
          testCards: testCards.map(({ number, channel, title }) => ({ number, channel, title })),
        },
      },
    });
    started.push(merchant);
    return { url: merchant.url, sandbox, merchant, close };
  } catch (error) {
    await close();
    throw error;
  }
}
