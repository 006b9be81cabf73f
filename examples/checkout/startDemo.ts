import { createIotPay } from 'react-iotpay/server';
import { startSandbox, testCards, type SandboxClocks } from 'react-iotpay/sandbox';
import { startMerchantServer, type MerchantServer } from './server/merchantServer';
import { createOrdersInMemory } from './server/ordersInMemory';
import { createSavedCardsInMemory } from './server/savedCards';

export interface DemoOptions {
  /** The shop's port. Default: any that is free. */
  port?: number;
  /** The local gateway's clocks. Default: as slow as the real one. */
  clocks?: Partial<SandboxClocks>;
  /** How often the page asks for an order's state while it waits. Default 1000. */
  pollEveryMs?: number;
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
  const sandbox = await startSandbox(options.clocks ? { clocks: options.clocks } : {});
  const iotpay = createIotPay({ environment: { baseUrl: sandbox.url }, ...sandbox.credentials });
  try {
    const merchant = await startMerchantServer({
      iotpay,
      orders: createOrdersInMemory(),
      cards: createSavedCardsInMemory(),
      port: options.port,
      watch: options.watch ?? true,
      log: options.log ?? console.error,
      page: {
        iotPayScript: `${sandbox.url}/cc/iotpaycc.js`,
        pollEveryMs: options.pollEveryMs ?? 1000,
        gateway: {
          url: sandbox.url,
          testCards: testCards.map(({ number, channel, behaviour }) => ({ number, channel, behaviour })),
        },
      },
    });
    return {
      url: merchant.url,
      sandbox,
      merchant,
      async close() {
        await merchant.close();
        await sandbox.close();
      },
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
