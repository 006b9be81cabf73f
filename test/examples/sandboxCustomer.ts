import type {
  AddCardView,
  CheckoutRequest,
  CheckoutView,
  ErrorView,
  OrderView,
  RefundsView,
  SavedCardPaymentView,
} from '../../examples/checkout/api';
import type { TestedCustomer } from './merchantOnGateway';
import { callCardPage, submitCard } from './submitCard';

type Answer<View> = Promise<{ status: number; answer: Partial<View & ErrorView> }>;

/** What every order here is for, in cents. */
export const total = 3000;

const items = [
  { productId: 'harbour-espresso', quantity: 1 },
  { productId: 'partridgeberry-square', quantity: 2 },
];

/** Test cards of the local gateway, by what becomes of them. */
export const testCard = {
  paid: '4242424242424242',
  declined: '4000000000000002',
  savedThenDeclined: '4000000000000341',
  /** Pending until its time has come. */
  pending: '4000000000000077',
  /** Of UnionPay, whose app is waited for. */
  paidInTheApp: '6200000000000005',
  declinedInTheApp: '6200000000000302',
} as const;

/** A customer of the example shop, who does with the local gateway what a browser would. */
export interface SandboxCustomer extends TestedCustomer {
  checkOut(changes?: Partial<CheckoutRequest>): Answer<CheckoutView>;
  /** Sends a card from the hosted form. */
  payIn(form: Partial<CheckoutView>, cardNumber: string): Promise<void>;
  /** Answers in the UnionPay app, for a form in which such a card was given. */
  answerInTheApp(form: Partial<CheckoutView>): Promise<void>;
  /** Saves a card, and gives its `cardId`. */
  saveCard(cardNumber: string): Promise<string>;
  payWithSaved(cardId: string, checkoutKey?: string): Answer<SavedCardPaymentView>;
  /** What the server knows. */
  look(mchOrderNo: string | undefined): Promise<Partial<OrderView>>;
  /** What the server knows after it has asked the gateway. */
  ask(mchOrderNo: string | undefined, hasBegun?: boolean): Promise<Partial<OrderView>>;
  giveBack(
    mchOrderNo: string | undefined,
    wish: { amount: string; left: number; refundKey?: string },
  ): Answer<RefundsView>;
  askForRefunds(mchOrderNo: string | undefined): Answer<RefundsView>;
}

export function createSandboxCustomer(customer: TestedCustomer, gatewayUrl: string): SandboxCustomer {
  const { call } = customer;

  const submit = (secureId: string | undefined, number: string) => submitCard(gatewayUrl, secureId, number);

  return {
    ...customer,
    checkOut: (changes) =>
      call('/api/checkout', { checkoutKey: 'purchase-1', channel: 'PF_CC', items, ...changes }),
    payIn: ({ secureId }, cardNumber) => submit(secureId, cardNumber),
    async answerInTheApp({ secureId }) {
      // The card page asks again and again; the test cards answer at the second or third question.
      for (let poll = 0; poll < 3; poll++) await callCardPage(gatewayUrl, '/cc/poll', { key: secureId });
    },
    async saveCard(cardNumber) {
      const { answer } = await call<AddCardView>('/api/cards', {});
      await submit(answer.secureId, cardNumber);
      return answer.cardId ?? '';
    },
    payWithSaved: (cardId, checkoutKey = 'purchase-1') =>
      call('/api/checkout/saved-card', { checkoutKey, cardId, items, total }),
    look: async (mchOrderNo) => (await call<OrderView>(`/api/orders/${mchOrderNo}`)).answer,
    ask: async (mchOrderNo, hasBegun = false) =>
      (await call<OrderView>(`/api/orders/${mchOrderNo}/refresh`, { hasBegun })).answer,
    giveBack: (mchOrderNo, wish) =>
      call(`/api/orders/${mchOrderNo}/refunds`, { refundKey: 'click-number-1', ...wish }),
    askForRefunds: (mchOrderNo) => call(`/api/orders/${mchOrderNo}/refunds/refresh`, {}),
  };
}
