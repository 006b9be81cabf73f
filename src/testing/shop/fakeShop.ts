import type { IotPayChannel } from '../../contract/order';
import type { OrderView, RouteRefusal, SavedCard } from '../../contract/shopRoutes';
import type { FakeMount } from '../fakeMount';
import type { FakeIotPay } from '../installFakeIotPay';

/** An order of the fake shop, with its request. */
export interface FakeShopOrder extends OrderView {
  /** The `request` that the page sent. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Whether it is paid in IOTPay's form, or was charged without one. */
  readonly method: 'form' | 'saved_card' | 'wallet';
  /** Only for an order with a form. */
  readonly channel?: IotPayChannel | undefined;
  /** The saved card that was charged. */
  readonly cardId?: string | undefined;
}

/** A request that a page sent to the shop's routes. */
export interface FakeShopRequest {
  readonly method: string;
  /** The path below `url`, e.g. `/checkout`. */
  readonly path: string;
  /** The parsed body of a POST; `undefined` if it is not JSON. */
  readonly body: unknown;
}

/** A fake of a whole shop: its routes, its orders, IOTPay's script and the customer in front of it. */
export interface FakeShop {
  /** The fake of IOTPay's script, e.g. for `blockScript()`. */
  readonly iotpay: FakeIotPay;
  /** Every order, the oldest first, as the gateway knows them now. */
  readonly orders: readonly FakeShopOrder[];
  /** Every request to the routes, the oldest first. */
  readonly requests: readonly FakeShopRequest[];
  /**
   * The customer pays in the form: the script says so, and the shop's server knows. Waits up to a second for the form, and then until
   * the page has heard of it; call it without React's `act`.
   *
   * @throws Error if no form is open
   */
  pay(): Promise<void>;
  /**
   * The customer's card is declined in the form: this order can't be paid any more. Waits as `pay()` does.
   *
   * @throws Error if no form is open
   */
  decline(message?: string): Promise<void>;
  /**
   * The script gives up asking. Until you call `settle()`, it is unknown whether the customer has paid. Waits as
   * `pay()` does.
   *
   * @throws Error if no form is open
   */
  leaveUndecided(): Promise<void>;
  /**
   * The customer saves a card in a form of `POST /cards`. Waits as `pay()` does.
   *
   * @throws Error if no form is open that saves a card
   */
  saveCard(): Promise<void>;
  /**
   * The gateway decides an order, as if the customer had paid on another page. This page hears of it when it asks the
   * server.
   *
   * @param mchOrderNo the last order by default
   * @throws Error if there is no such order, or for `'failed'` if it is paid
   */
  settle(outcome: 'paid' | 'failed', mchOrderNo?: string): void;
  /** The outcome of charges without a form from now on. By default they are paid. */
  endCharges(outcome: OrderView['outcome']): void;
  /** The next request is carried out, and its answer is lost on the way back. */
  loseNextAnswer(): void;
  /** The next request is refused with this status and code, and nothing is done. */
  refuseNext(refusal: { status: number } & Pick<RouteRefusal, 'code'> & Partial<RouteRefusal>): void;
  /** From now on the server hangs. Call what it returns to let it carry out and answer what waits. */
  hold(): () => void;
  /** Takes the fake away: the page has its own `fetch` again, and remembers nothing. */
  restore(): void;
}

export interface FakeShopOptions {
  /** Where the shop's routes are, as `IotPayCheckout` is told: a path such as `/pay`, or a URL. */
  url: string;
  /** What the shop charges for a request, in whole cents. Default 1999. */
  amount?: number | ((request: Readonly<Record<string, unknown>>) => number) | undefined;
  /** The saved cards of the customer, who is then signed in. Without this the shop saves no cards. */
  cards?: readonly SavedCard[] | undefined;
  /** As for `installFakeIotPay`: each test then begins with a shop without orders, and a page that remembers nothing. */
  afterEach?: ((cleanUp: () => void) => unknown) | undefined;
  /** As for `installFakeIotPay`: what the form's own button does, e.g. `() => void shop.pay()`. */
  onSubmit?: ((form: FakeMount) => void) | undefined;
  /** As for `installFakeIotPay`: what the form speaks, BCP 47. Default `'en'`. */
  locale?: string | undefined;
}
