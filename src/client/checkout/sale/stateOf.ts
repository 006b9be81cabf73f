import { parseSafeUrl } from '../../../contract/urls';
import type { CheckoutView } from '../../../contract/shopRoutes';
import { isIotPayError } from '../../../contract/error';
import { cardState } from '../../card/cardState';
import type { IotPayClientError, IotPayClientErrorCode } from '../../error';
import { knownPayment } from '../../payment/payments';
import type { SecureIdState } from '../../secureId/secureIdAnswer';
import type { CardCharge } from './cardCharge';
import type { IotPayCheckoutState } from './checkoutState';
import type { IotPayMethod } from './method';
import type { SaleOrders } from './saleOrders';

/** The facts that a sale's state depends on. */
export interface SaleFacts {
  orders: SaleOrders;
  charge: ReturnType<CardCharge['get']> | undefined;
  method: IotPayMethod | undefined;
  /** The secureId of the present attempt, if it was asked for. */
  session: SecureIdState | undefined;
}

/** Failures of this page alone, which IOTPay's own page may not have. */
const pageFailures: readonly IotPayClientErrorCode[] = [
  'script_blocked',
  'script_unreachable',
  'script_timeout',
  'form_blocked',
  'form_timeout',
];

/** The state of a sale. A paid order comes first, then an order that may be paid, and only then the present attempt. */
export function stateOf({ orders, charge, method, session }: SaleFacts): IotPayCheckoutState {
  const paid = orders.paid();
  if (paid) return { status: 'paid', order: paid };
  const [undecided] = orders.undecided();
  if (undecided) return { status: 'confirming', order: undecided };
  const order = orders.latest();
  if (charge) return stateOfCharge(charge, orders);
  if (method?.card) return { status: 'chosen', order };
  return session ? stateOfForm(session, orders) : { status: 'opening', order };
}

function stateOfCharge(charge: ReturnType<CardCharge['get']>, orders: SaleOrders): IotPayCheckoutState {
  const order = orders.latest();
  if (charge === 'charging') return { status: charge, order };
  // The order's number is not known, so the charge itself is asked for again.
  if (charge === 'lost') return { status: 'confirming' };
  if (charge instanceof Error) return { status: 'failed', order, error: charge, mayBePaid: true };
  return { status: 'declined', order: orders.viewOf(charge.mchOrderNo) ?? charge };
}

function stateOfForm(session: SecureIdState, orders: SaleOrders): IotPayCheckoutState {
  const { secureId } = session;
  const data = session.data as CheckoutView | undefined;
  const order = data && orders.viewOf(data.mchOrderNo);
  const card = cardState(secureId ? knownPayment(secureId, 'Pay')?.get() : undefined, session);
  if (order && (order.outcome === 'failed' || card.outcome)) return { status: 'declined', order };
  if (card.status !== 'failed')
    return { status: secureId ? 'form' : 'opening', order: order ?? orders.latest() };
  const { error, mayBePaid } = card;
  // If the page's policy has refused the iframe, the element is there, but the customer never saw a form.
  const mayUseHostedPage = pageFailures.includes(error.code) && (!mayBePaid || error.code === 'form_blocked');
  return {
    status: 'failed',
    order,
    error: shopErrorOf(error),
    // A form of an earlier order may still report.
    mayBePaid: mayBePaid || orders.count() > 1,
    hostedPage: mayUseHostedPage ? parseSafeUrl(data?.redirectUrl ?? '')?.href : undefined,
  };
}

/** The shop's API may have thrown an error of this library, which says more than that the request failed. */
const shopErrorOf = (error: IotPayClientError): IotPayClientError =>
  isIotPayError(error.cause) ? (error.cause as IotPayClientError) : error;
