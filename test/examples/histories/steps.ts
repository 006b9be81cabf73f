import fc from 'fast-check';
import type { OrderView } from '../../../examples/checkout/api';
import { testCard } from '../sandboxCustomer';
import type { Books, Mood, World } from './history';
import { checkRefunds, checkRules, checkSale, checkWords } from './rules';

export type Step = fc.AsyncCommand<Books, World>;

function step(name: string, run: (books: Books, world: World) => Promise<void>): Step {
  return {
    check: () => true,
    toString: () => name,
    async run(books, world) {
      await run(books, world);
      await checkRules(books, world);
      await checkRefunds(world);
    },
  };
}

const one = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

type Channel = 'PF_CC' | 'UPI_EX';

async function openForm(books: Books, world: World, key: string, channel: Channel): Promise<void> {
  const { status, answer } = await world.customer.checkOut({ checkoutKey: key, channel });
  await checkWords(world, key, answer);
  const { mchOrderNo: no = '' } = answer;
  if (status !== 200 || books.forms.some(({ mchOrderNo }) => mchOrderNo === no)) return;
  await checkSale(books, world, { no, key });
  books.forms.push(answer);
}

const checkOut = (key: string, channel: Channel, isBroken: boolean) =>
  step(`check out ${key} by ${channel}${isBroken ? ', in vain' : ''}`, async (books, world) => {
    if (isBroken) await world.shop.gateway.addFault({ call: 'cc_purchase', kind: 'cut' });
    await openForm(books, world, key, channel);
    if (isBroken) await setMood(books, world, books.mood);
  });

const checkOutInTwoTabs = (key: string) =>
  step(`check out ${key} in two tabs`, async (books, world) => {
    await openForm(books, world, key, 'PF_CC');
    await openForm(books, world, key, 'UPI_EX');
  });

/** Without the browser's word for it, which may be lost as well. */
const pay = (which: number, isAccepted: boolean) =>
  step(`pay in form ${which}: ${isAccepted ? 'accepted' : 'declined'}`, async ({ forms }, { customer }) => {
    const form = one(forms, which);
    if (!form) return;
    const { channel } = await customer.look(form.mchOrderNo);
    if (channel === 'UPI_EX') {
      return customer.payIn(form, isAccepted ? testCard.paidInTheApp : testCard.declinedInTheApp);
    }
    return customer.payIn(form, isAccepted ? testCard.paid : testCard.declined);
  });

const answerInTheApp = (which: number) =>
  step(`answer in the app for form ${which}`, async ({ forms }, { customer }) => {
    const form = one(forms, which);
    if (form) await customer.answerInTheApp(form);
  });

type Fault = 'fail' | 'cut' | undefined;

const charge = (key: string, card: keyof World['cards'], fault: Fault, carriedOut: boolean) =>
  step(
    `charge a card for ${key}, ${card}${fault ? `, ${fault}${carriedOut ? ' after it is done' : ''}` : ''}`,
    async (books, world) => {
      const call = 'cc_purchasewithtoken';
      if (fault) await world.shop.gateway.addFault({ call, kind: fault, ...(carriedOut && { carriedOut }) });
      const { answer } = await world.customer.payWithSaved(world.cards[card], key);
      await checkWords(world, key, answer);
      const { mchOrderNo: no = '', code } = answer;
      if (code === undefined && !books.orders.has(no)) await checkSale(books, world, { no, key });
      if (fault) await setMood(books, world, books.mood);
    },
  );

/** Delivers what the gateway has to tell, as it was when it began, however late and however often. */
const deliver = (which: number, times: number) =>
  step(`deliver notification ${which}, ${times} times`, async (_, { shop }) => {
    const notification = one(await shop.gateway.notifications(), which);
    const post = () =>
      fetch(shop.notifyUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(notification?.body),
      });
    if (notification) await Promise.all(Array.from({ length: times }, post));
  });

async function setMood(books: Books, { shop }: World, mood: Mood): Promise<void> {
  books.mood = mood;
  await shop.gateway.clearFaults();
  shop.sayUnknown(mood === 'status 1');
  const question = { call: 'cc_query', kind: 'fail', times: 1_000_000 } as const;
  if (mood === 'FAIL') await shop.gateway.addFault(question);
  if (mood === 'no such order')
    await shop.gateway.addFault({ ...question, retMsg: 'pay order does not exist' });
}

export const answerWith = (mood: Mood) =>
  step(`questions are answered with: ${mood}`, (books, world) => setMood(books, world, mood));

const letPass = (minutes: number) => step(`${minutes} minutes pass`, (_, { shop }) => shop.letPass(minutes));

const settleDue = step('the shop asks about what is due', async (_, { shop }) => {
  await shop.settleDue();
});

const ask = (which: number, hasBegun: boolean) =>
  step(`the customer looks at order ${which}${hasBegun ? ' after the form' : ''}`, async (books, world) => {
    const no = one([...books.orders.keys()], which);
    if (no !== undefined) await world.customer.ask(no, hasBegun);
  });

const giveBack = (which: number, amount: number, fault: Fault, carriedOut: boolean) =>
  step(`give back ${amount} of order ${which}${fault ? `: ${fault}` : ''}`, async (books, world) => {
    const no = one([...books.orders.keys()], which);
    if (no === undefined) return;
    for (const call of fault ? ['cc_refund', 'cc_void'] : []) {
      await world.shop.gateway.addFault({ call, kind: fault ?? 'fail', ...(carriedOut && { carriedOut }) });
    }
    const path = `/api/orders/${no}/refunds`;
    const { left = 0 } = (await world.customer.call<OrderView & { left: number }>(path)).answer;
    const wish = { amount: String(amount), left, refundKey: `click-number-${(books.clicks += 1)}` };
    await Promise.all([world.customer.giveBack(no, wish), world.customer.giveBack(no, wish)]);
    await setMood(books, world, books.mood);
  });

const askForRefunds = (which: number) =>
  step(`ask about the refunds of order ${which}`, async (books, world) => {
    const no = one([...books.orders.keys()], which);
    if (no !== undefined) await world.customer.askForRefunds(no);
  });

const settleAtTheGateway = step('a night passes at the gateway', (_, { shop }) => shop.gateway.settle());

const which = fc.nat({ max: 2 });
const channels = fc.constantFrom('PF_CC', 'UPI_EX');
const keys = fc.constantFrom('purchase-1', 'purchase-1', 'purchase-1', 'purchase-2');
const mostly = fc.constantFrom(true, true, true, false);
const saved = fc.constantFrom('paid', 'paid', 'paid', 'pending');
const faults = fc.constantFrom(undefined, 'fail', 'cut');
const moods = fc.constantFrom<Mood>('truth', 'truth', 'truth', 'FAIL', 'no such order', 'status 1');

/** Everything that can happen to one customer of the shop. What is named twice happens more often. */
export const anyHistory = fc.commands(
  [
    fc.tuple(keys, channels, fc.constant(false)).map((choice) => checkOut(...choice)),
    keys.map(checkOutInTwoTabs),
    fc.tuple(keys, channels, fc.boolean()).map((choice) => checkOut(...choice)),
    fc.tuple(which, mostly).map((choice) => pay(...choice)),
    fc.tuple(which, mostly).map((choice) => pay(...choice)),
    which.map(answerInTheApp),
    which.map(answerInTheApp),
    fc.tuple(keys, saved, faults, fc.boolean()).map((choice) => charge(...choice)),
    fc.tuple(which, fc.integer({ min: 1, max: 2 })).map((choice) => deliver(...choice)),
    moods.map(answerWith),
    fc.constantFrom(1, 30, 56, 90, 1500).map(letPass),
    fc.constant(settleDue),
    fc.tuple(which, fc.boolean()).map((choice) => ask(...choice)),
    fc
      .tuple(
        which,
        mostly.map((isTrue) => !isTrue),
      )
      .map((choice) => ask(...choice)),
    fc.tuple(which, fc.constantFrom(10, 20, 30), faults, fc.boolean()).map((choice) => giveBack(...choice)),
    fc.tuple(which, fc.constantFrom(10, 20, 30), faults, fc.boolean()).map((choice) => giveBack(...choice)),
    which.map(askForRefunds),
    fc.constant(settleAtTheGateway),
  ],
  { maxCommands: 40, size: 'max' },
);
