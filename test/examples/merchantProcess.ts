import { createIotPay } from 'react-iotpay/server';
import { openDatabase } from '../../examples/checkout/server/database/openDatabase';
import { startMerchantServer } from '../../examples/checkout/server/merchantServer';
import { createOrdersInPostgres } from '../../examples/checkout/server/ordersInPostgres';
import { createRefundsInPostgres } from '../../examples/checkout/server/refundsInPostgres';
import { createSavedCardsInPostgres } from '../../examples/checkout/server/savedCardsInPostgres';
import type { MerchantSettings } from './merchants';

// The example's server as a process of its own: it tells its parent where it listens, and ends with it.
const settings = JSON.parse(process.argv[2] ?? '') as MerchantSettings;
const log = (problem: unknown) => void process.stderr.write(`${String(problem)}\n`);
process.once('disconnect', () => process.exit());

const database = await openDatabase({ url: settings.databaseUrl, log });
const merchant = await startMerchantServer({
  iotpay: createIotPay(settings.iotpay),
  orders: createOrdersInPostgres(database),
  refunds: createRefundsInPostgres(database),
  cards: createSavedCardsInPostgres(database),
  port: settings.port,
  serve: 'API only',
  log,
  page: { iotPayScript: '', pollEveryMs: 1000, gateway: { url: '', testCards: [] } },
});
process.send?.(merchant.url);
