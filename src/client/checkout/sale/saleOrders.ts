import type { CheckoutView, OrderView } from '../../../contract/shopRoutes';
import { knownOrder, orderWatch } from '../../order/orderWatch';
import { knownPayment } from '../../payment/payments';
import type { Shop } from '../../shop/useShop';

/**
 * All orders that one sale has had on this page. An earlier order's form may still report an outcome, and that counts.
 */
export interface SaleOrders {
  /** Notes an answer of the shop's server to `POST /checkout`. */
  readonly note: (view: CheckoutView) => void;
  /** The latest report of the shop's server about an order. */
  readonly viewOf: (mchOrderNo: string) => OrderView | undefined;
  /** The order that is paid. */
  readonly paid: () => OrderView | undefined;
  /** The orders that may be paid, because their form or charge has ended, and the shop's server has not said how. */
  readonly undecided: () => readonly OrderView[];
  readonly latest: () => OrderView | undefined;
  readonly count: () => number;
}

/** The order in an answer, without the fields for the form. */
function orderOf(view: CheckoutView): OrderView {
  const { mchOrderNo, settled, outcome, state, amount, currency, refunded, cardNum } = view;
  return { mchOrderNo, outcome: settled ?? outcome, state, amount, currency, refunded, cardNum };
}

export function createSaleOrders(shop: Shop): SaleOrders {
  const views = new Map<string, CheckoutView>();
  let latest: string | undefined;

  const viewOf = (mchOrderNo: string) => knownOrder(shop, mchOrderNo)?.order;

  /** Whether its form has ended without a decline, or the answer held no form. */
  function mayBePaid(mchOrderNo: string): boolean {
    const secureId = views.get(mchOrderNo)?.secureId;
    if (!secureId) return true;
    const outcome = knownPayment(secureId, 'Pay')?.get().outcome;
    return !!outcome && outcome.status !== 'failed';
  }

  const all = () => [...views.values()].flatMap((view) => viewOf(view.mchOrderNo) ?? []);

  return {
    note(view) {
      latest = view.mchOrderNo;
      views.set(latest, view);
      orderWatch(shop, latest).note(orderOf(view));
    },
    viewOf,
    paid: () => all().find(({ outcome }) => outcome === 'paid'),
    undecided: () =>
      all().filter(({ outcome, mchOrderNo }) => outcome === 'unknown' && mayBePaid(mchOrderNo)),
    latest: () => (latest === undefined ? undefined : viewOf(latest)),
    count: () => views.size,
  };
}
