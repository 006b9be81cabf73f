import { type CheckoutCall, createOrders, type Orders, postgresStore, type Sale } from 'react-iotpay/orders';
import type { IotPay } from 'react-iotpay/server';
import type { CheckoutRequest, Sold } from '../api';
import { createBags } from './bags';
import { HttpError } from './errors';
import type { Database } from './openDatabase';
import { priceBag } from './priceBag';

export interface PaymentParts {
  iotpay: IotPay;
  database: Database;
  /** Where browsers and the gateway reach the shop. */
  shopUrl: string;
  authorize: (request: Request) => string | undefined;
  /** Gets what goes wrong, and the alarms: money that has to be given back, and orders paid after they had been given up. */
  log: (problem: unknown) => void;
}

/** The shop's payments: what the library is told of the shop, and what the shop does when it is told of a payment. */
export function createPayments({ iotpay, database, shopUrl, authorize, log }: PaymentParts): Orders<Sold> {
  const bags = createBags(database);

  /** Prices the bag as it is here. The page's own words only say which one it shows, and what the customer has read. */
  async function sell({ body, customer }: CheckoutCall): Promise<Sale<Sold>> {
    const { bagId, revision, total } = body as Partial<CheckoutRequest>;
    const bag = customer === undefined ? undefined : await bags.find(customer, String(bagId));
    if (!bag) throw new HttpError(404, 'no_such_bag', 'We know of no such bag of yours. Reload the page.');
    // The library answers with the order that has paid it.
    const paid = bag.paidBy === undefined ? undefined : await orders.find(bag.paidBy);
    if (paid) return paid;

    const priced = priceBag(bag.items);
    if (priced.total === 0) throw new HttpError(400, 'empty_bag', 'The bag is empty.');
    if (bag.revision !== revision || priced.total !== total) {
      throw new HttpError(409, 'bag_changed', 'The bag has changed. Look at it, and pay again.');
    }
    // The key is the bag's own and not its content's, because a customer may change the bag, and pays for it once.
    return {
      key: `bag ${bag.id}`,
      amount: priced.total,
      data: { bagId: bag.id, bag: priced },
      customer,
      subject: 'Fogline Coffee Roasters',
    };
  }

  const orders = createOrders<Sold>({
    iotpay,
    store: postgresStore(database.driver),
    url: `${shopUrl}/pay`,
    returnTo: '/orders',
    authorize,
    checkout: (call) =>
      sell(call).catch((error: unknown) => {
        if (!(error instanceof HttpError)) throw error;
        const { status, code, message } = error;
        throw Response.json({ code, message }, { status });
      }),
    async onPaid({ mchOrderNo, late, data }, sql) {
      await sql.query('UPDATE bags SET paid_by = $1 WHERE id = $2 AND paid_by IS NULL', [
        mchOrderNo,
        data.bagId,
      ]);
      await sql.query('INSERT INTO parcels (mch_order_no, lines, state) VALUES ($1, $2, $3)', [
        mchOrderNo,
        JSON.stringify(data.bag.lines),
        late ? 'look first' : 'to send',
      ]);
      if (late)
        log(new Error(`Order ${mchOrderNo} was paid after it had been given up: look at its parcel.`));
    },
    async onRefunded({ mchOrderNo, state }, sql) {
      if (state !== 'refunded') return;
      await sql.query("UPDATE parcels SET state = 'stopped' WHERE mch_order_no = $1", [mchOrderNo]);
    },
    onSurplus({ mchOrderNo }, _, { payOrderId }) {
      log(new Error(`Payment ${payOrderId} for order ${mchOrderNo} is surplus: give it back.`));
    },
    onError: log,
  });
  return orders;
}
