import { createIotPay, IotPayError, type IotPayOrder, type IotPaySavedCard, sign } from 'react-iotpay/server';
import type { OrdersIotPay } from 'react-iotpay/orders';

export const merchant = { mchId: '10000701', loginName: 'shop', merchantKey: 'the model gateway’s key' };

/** How one call goes wrong. `late` arrives so many milliseconds after its answer was lost. */
export type ModelFault =
  { kind: 'lost before' | 'lost after' | 'fail before' | 'fail after' } | { kind: 'late'; ms: number };

/** How a charge ends: with status 2, 9, 0 or 1. */
export type ModelOutcome = 'paid' | 'declined' | 'pending' | 'unknown';

export interface Entry extends IotPayOrder {
  amount: number;
  status: number;
  refundable: number;
  /** When a form's hour is over; a charge has none. */
  payableUntil?: number;
  /** Only before settlement can it be voided, only after it refunded. */
  isSettled?: boolean;
  /** Whether the gateway has taken back what it had said of it. */
  isTakenBack?: boolean;
}

type Call = 'purchase' | 'charge' | 'query' | 'refund';

const statuses = { paid: 2, declined: 9, pending: 0, unknown: 1 } as const;

const lost = (mchOrderNo: string) =>
  Object.assign(new IotPayError('outcome_unknown', 'The answer was lost.'), { mchOrderNo });
const refused = (retMsg: string) =>
  Object.assign(new IotPayError('gateway_refused', retMsg), { retCode: 'FAIL', retMsg });
const notFound = () => new IotPayError('order_not_found', 'There is no such order.');
const silent = () => new IotPayError('timeout', 'The gateway did not answer.');

/** The gateway's report about an entry. */
export function reportOf(entry: Entry): IotPayOrder {
  const order: Partial<Entry> = { ...entry };
  delete order.payableUntil;
  delete order.isSettled;
  delete order.isTakenBack;
  return order as IotPayOrder;
}

/** A gateway with a clock of the test's own, which does to each call what the test wants. It keeps the true ledger. */
export interface ModelGateway {
  now: number;
  readonly iotpay: OrdersIotPay;
  readonly entries: Map<string, Entry>;
  /** Bodies of the notifications that were not delivered yet. */
  readonly notifications: string[];
  readonly cards: Map<string, ModelOutcome>;
  /** The faults of the next calls of a kind. `undefined` lets one through. */
  readonly faults: Record<Call, (ModelFault | undefined)[]>;
  /** How the next charge ends. */
  nextOutcome: ModelOutcome;
  /** Lets the customer try a card in a form. */
  pay(mchOrderNo: string, outcome: ModelOutcome): void;
  /** Decides the entries that are pending or unknown. */
  decide(entry: Entry, isPaid: boolean): void;
  /** Lets time go on, and calls arrive that are late. */
  advance(ms: number): void;
}

export function createModelGateway(start: number): ModelGateway {
  const entries = new Map<string, Entry>();
  const late: { at: number; work: () => unknown }[] = [];
  const client = createIotPay({ environment: 'development', ...merchant });
  let last = 0;
  const nextId = (prefix: string) => `${prefix}${String((last += 1)).padStart(20, '0')}`;

  function notify(entry: Entry): void {
    const order = reportOf(entry);
    gateway.notifications.push(JSON.stringify({ ...order, sign: sign({ ...order }, merchant.merchantKey) }));
  }

  function create(mchOrderNo: string, amount: number, more: Partial<Entry> = {}): Entry {
    if (entries.has(mchOrderNo)) throw refused('mchOrderNo is already used');
    const entry: Entry = {
      payOrderId: nextId('PC'),
      mchId: merchant.mchId,
      mchOrderNo,
      amount,
      currency: 'CAD',
      payType: 'pay',
      status: 0,
      refundable: 0,
      ...more,
    };
    entries.set(mchOrderNo, entry);
    return entry;
  }

  function setStatus(entry: Entry, status: number): void {
    entry.status = status;
    if (status !== 2) return;
    if (entry.payType === 'pay') entry.refundable = entry.amount;
    notify(entry);
  }

  /** Carries a call out, or not, and answers, or not, as the next fault of its kind has it. */
  async function answer<Result>(call: Call, number: string, work: () => Result): Promise<Result> {
    await Promise.resolve();
    const fault = gateway.faults[call].shift();
    const isRead = call === 'query' || call === 'purchase';
    switch (fault?.kind) {
      case undefined:
        return work();
      case 'lost before':
        throw isRead ? silent() : lost(number);
      case 'lost after':
        attempt(work);
        throw isRead ? silent() : lost(number);
      case 'fail before':
        throw refused('system error');
      case 'fail after':
        attempt(work);
        throw refused('system error');
      case 'late':
        late.push({ at: gateway.now + fault.ms, work: () => attempt(work) });
        throw isRead ? silent() : lost(number);
    }
  }

  function attempt(work: () => unknown): void {
    try {
      work();
    } catch {
      // The answer is lost.
    }
  }

  function charge(mchOrderNo: string, amount: number, outcome: ModelOutcome): IotPayOrder {
    const entry = create(mchOrderNo, amount);
    setStatus(entry, statuses[outcome]);
    if (outcome === 'declined' && last % 2 === 0) throw refused('Card declined');
    return reportOf(entry);
  }

  function giveBack(mchRefundNo: string, payOrderId: string, amount: number | undefined): IotPayOrder {
    const payment = [...entries.values()].find((entry) => entry.payOrderId === payOrderId);
    if (payment?.status !== 2) throw refused('pay order is not paid');
    if ((amount === undefined) === (payment.isSettled ?? false))
      throw refused('pay order is settled, or is not');
    const cents = amount ?? payment.amount;
    if (cents > payment.refundable) throw refused('more than is refundable');
    const more = { payOrderId: nextId('RP'), payType: 'refund', originalOrderId: payOrderId };
    const entry = create(mchRefundNo, cents, more);
    payment.refundable -= cents;
    setStatus(entry, 2);
    return reportOf(entry);
  }

  const iotpay: OrdersIotPay = {
    mchId: merchant.mchId,
    checkSignature: client.checkSignature,
    purchase: ({ mchOrderNo, amount }) =>
      answer('purchase', mchOrderNo, () => {
        create(mchOrderNo, amount, { payableUntil: gateway.now + 3_600_000 });
        return {
          secureId: `secure-${mchOrderNo}`,
          redirectUrl: `https://gateway.example/?key=${mchOrderNo}`,
        };
      }),
    purchaseWithToken: ({ mchOrderNo, amount }) =>
      answer('charge', mchOrderNo, () => charge(mchOrderNo, amount, gateway.nextOutcome)),
    purchaseWithWallet: ({ mchOrderNo, amount }) =>
      answer('charge', mchOrderNo, () => charge(mchOrderNo, amount, gateway.nextOutcome)),
    query: ({ mchOrderNo, payOrderId }) =>
      answer('query', mchOrderNo ?? '', () => {
        const found = [...entries.values()].find(
          (entry) => entry.mchOrderNo === mchOrderNo || entry.payOrderId === payOrderId,
        );
        if (!found) throw notFound();
        return reportOf(found);
      }),
    refund: ({ mchRefundNo, payOrderId, refundAmount }) =>
      answer('refund', mchRefundNo, () => giveBack(mchRefundNo, payOrderId, refundAmount)),
    voidPayment: ({ mchRefundNo, payOrderId }) =>
      answer('refund', mchRefundNo, () => giveBack(mchRefundNo, payOrderId, undefined)),
    addCard: ({ cardId }) => {
      gateway.cards.set(cardId, 'paid');
      return Promise.resolve({ secureId: `card-${cardId}`, redirectUrl: 'https://gateway.example/card' });
    },
    queryCard: ({ cardId }): Promise<IotPaySavedCard> => {
      if (gateway.cards.has(cardId)) return Promise.resolve({ cardId, cardNum: '424242******4242' });
      return Promise.reject(new IotPayError('card_not_bound', 'There is no such card.'));
    },
  };

  const gateway: ModelGateway = {
    now: start,
    iotpay,
    entries,
    notifications: [],
    cards: new Map(),
    faults: { purchase: [], charge: [], query: [], refund: [] },
    nextOutcome: 'paid',
    pay(mchOrderNo, outcome) {
      const entry = entries.get(mchOrderNo);
      const isPayable =
        entry?.status === 0 && entry.cardNum === undefined && gateway.now < (entry.payableUntil ?? 0);
      if (!isPayable) return;
      entry.cardNum = '424242******4242';
      setStatus(entry, statuses[outcome]);
    },
    decide: (entry, isPaid) => setStatus(entry, isPaid ? 2 : 9),
    advance(ms) {
      gateway.now += ms;
      for (const one of late.filter(({ at }) => at <= gateway.now)) one.work();
      late.splice(0, late.length, ...late.filter(({ at }) => at > gateway.now));
    },
  };
  return gateway;
}
