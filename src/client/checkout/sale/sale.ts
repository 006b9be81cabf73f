import type { CheckoutBody, CheckoutView, OrderView } from '../../../contract/shopRoutes';
import { orderWatch } from '../../order/orderWatch';
import { pageChanged, subscribeToPage } from '../../pageChanges';
import { createAsking, type Asking } from '../../secureId/asking';
import { knownPayment } from '../../payment/payments';
import { onWake } from '../../secureId/pageClock';
import type { SecureIdAnswer } from '../../secureId/secureIdAnswer';
import { knownSession, sessionOf } from '../../secureId/secureIdSessions';
import type { Shop } from '../../shop/useShop';
import { createCardCharge, type CardCharge } from './cardCharge';
import { isForm } from './checkoutState';
import { createLease } from './lease';
import { createMethodChoice } from './methodChoice';
import { methodKey, type IotPayMethod, type IotPayMethodName } from './method';
import { createSaleOrders } from './saleOrders';
import { isSameView, type SaleView } from './saleView';
import { stateOf } from './stateOf';

/**
 * One sale on this page, known by the shop's server and the request: its orders, one after the other, and the chosen
 * way to pay. Components come and go; the sale stays, so that a remounted checkout goes on from the same point.
 */
export interface PageSale {
  readonly get: () => SaleView;
  /** Shows the sale in a component, until the returned function is called. */
  readonly attach: (shop: Shop, names: readonly IotPayMethodName[]) => () => void;
  /** Chooses another way to pay. The shop's server decides whether another order is safe. */
  readonly choose: (method: IotPayMethod) => void;
  /** Charges the chosen saved card. */
  readonly pay: () => void;
  /** After a decline, asks for another order. */
  readonly tryAgain: () => void;
  /** After a failure, forgets a refused charge, or asks the shop's server for the form again. */
  readonly refresh: () => void;
}

/** How long the shop's server may take to open an order, in milliseconds. */
const openingMs = 30_000;

/** In these states the customer may choose another way to pay, because nothing is paid or undecided. */
const isChangeable = (status: SaleView['status']): boolean =>
  isForm(status) || status === 'chosen' || status === 'declined';

/** @param request describes the sale, for the shop's `checkout` */
export function createSale(key: string, firstShop: Shop, request: Record<string, unknown>): PageSale {
  let shop = firstShop;
  /** Each attempt is for another order, because the order before it was declined. */
  let attempt = 0;
  let declined: string | undefined;
  let charge: CardCharge | undefined;
  let components = 0;
  let view: SaleView | undefined;
  /** Asks for the form of the present attempt. */
  let asking: Asking | undefined;
  const choice = createMethodChoice();
  const orders = createSaleOrders(shop);
  const [formLease, orderLease, chargeLease] = [createLease(), createLease(), createLease()];

  const sessionKey = () => `${key} ${attempt} ${choice.chosen()?.name}`;

  function get(): SaleView {
    const method = choice.chosen();
    const session = method && !method.card ? knownSession(sessionKey())?.get() : undefined;
    const state = stateOf({ orders, charge: charge?.get(), method, session });
    const next = { ...state, methods: choice.all(), method, session };
    if (!view || !isSameView(view, next)) view = next;
    return view;
  }

  async function ask(body: CheckoutBody, signal: AbortSignal): Promise<CheckoutView> {
    const answer = await shop.api.checkout({ request, ...body }, { signal });
    orders.note(answer);
    return answer;
  }

  /** Asks for the form of the present attempt. The returned function says that no component shows it any more. */
  function openForm(): () => void {
    const channel = choice.chosen()?.name === 'unionpay' ? ('UPI_EX' as const) : undefined;
    const before = declined;
    asking = createAsking(sessionKey());
    asking.update(
      ({ signal }) => ask({ channel, declined: before }, signal) as Promise<SecureIdAnswer>,
      openingMs,
    );
    const leave = sessionOf(asking.key).acquire(asking);
    // If the form was there before, the order may have been paid elsewhere meanwhile.
    if (get().status === 'form') askOnce();
    return leave;
  }

  /** Asks about an order that this page knows as undecided, because another tab or device may have paid it. */
  function askOnce(): void {
    const { status, order } = get();
    if (!order || !isChangeable(status) || document.visibilityState !== 'visible') return;
    orderWatch(shop, order.mchOrderNo).ask(shop);
  }

  /**
   * The orders to ask about until they are decided: every unknown one, because each may be paid; and an order whose
   * form the customer has entered, because it may be paid without a report of IOTPay's script.
   */
  function followed(): readonly OrderView[] {
    const { status, order, session } = get();
    if (status === 'confirming') return orders.undecided();
    const secureId = status === 'form' ? session?.secureId : undefined;
    return order && secureId && knownPayment(secureId, 'Pay')?.isPaidOrUndecided() ? [order] : [];
  }

  /** Starts the work that the present state needs while a component shows it, and stops all other work. */
  function sync(): void {
    const { status, method } = get();
    const isShown = components > 0;
    const needsForm = isShown && isForm(status) && !charge && method && !method.card;
    formLease(needsForm ? sessionKey() : undefined, openForm);
    const numbers = followed().map(({ mchOrderNo }) => mchOrderNo);
    orderLease(isShown && numbers.length ? numbers.join(' ') : undefined, () => {
      const endings = numbers.map((mchOrderNo) => orderWatch(shop, mchOrderNo).follow(shop));
      return () => endings.forEach((end) => end());
    });
    const running = isShown && typeof charge?.get() === 'string' ? charge : undefined;
    chargeLease(running && 'charge', () => {
      running?.start();
      return () => running?.stop();
    });
  }

  /** Begins the next attempt, after a decline. */
  function beginAttempt({ mchOrderNo }: OrderView): void {
    attempt++;
    declined = mchOrderNo;
    charge = undefined;
  }

  return {
    get,
    attach(next, names) {
      shop = next;
      choice.offer(shop, names);
      components++;
      const endings = [subscribeToPage(sync), onWake(askOnce)];
      pageChanged();
      return () => {
        components--;
        for (const end of endings) end();
        sync();
      };
    },
    choose(method) {
      const { status, order, method: before } = get();
      if (!isChangeable(status)) return;
      if (status === 'declined') beginAttempt(order);
      else if (before && methodKey(before) === methodKey(method) && !charge) return;
      charge = undefined;
      choice.choose(method);
      pageChanged();
    },
    pay() {
      const { status, method } = get();
      const cardId = method?.card?.cardId;
      if (status !== 'chosen' || !cardId) return;
      charge = createCardCharge((signal) => shop.api.checkout({ request, cardId }, { signal }), orders.note);
      pageChanged();
    },
    tryAgain() {
      const { status, order, method, methods } = get();
      if (status !== 'declined') return;
      beginAttempt(order);
      if (method?.card) choice.choose(methods.find(({ name }) => name === 'card') ?? method);
      pageChanged();
    },
    refresh() {
      if (charge) {
        charge = undefined;
        pageChanged();
      } else if (asking) sessionOf(asking.key).refresh(asking);
    },
  };
}
