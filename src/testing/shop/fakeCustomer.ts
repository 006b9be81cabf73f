import { failureEvent } from '../fakeEvents';
import type { FakeMount } from '../fakeMount';
import type { FakeIotPay } from '../installFakeIotPay';
import type { FakeNetwork } from './fakeNetwork';
import type { FakeServer } from './fakeServer';
import type { FakeShop } from './fakeShop';
import type { KeptOrder } from './keptOrder';
import { outsideAct, waitFor, waitUntilQuiet } from './pageTime';

interface PlaceOfSale {
  readonly iotpay: FakeIotPay;
  readonly server: FakeServer;
  readonly network: FakeNetwork;
}

/** A host whose name ends in `.example` belongs to no one. */
const returnUrl = 'https://shop.example/return';

/** The customer in front of the form that was opened last. */
export function createFakeCustomer({
  iotpay,
  server,
  network,
}: PlaceOfSale): Pick<FakeShop, 'pay' | 'decline' | 'leaveUndecided' | 'saveCard'> {
  function openForm(): { form: FakeMount; order: KeptOrder } | undefined {
    const form = iotpay.mounts.at(-1);
    const order = server.orders.all.find(({ secureId }) => secureId === form?.secureId);
    return form && !form.refused && order?.status === 'pending' ? { form, order } : undefined;
  }

  function whyNoForm(): string {
    const order = server.orders.list().at(-1);
    if (!order && network.requests.length === 0) {
      return 'The page has sent no request to the shop yet: render the checkout first, with the url of installFakeShop().';
    }
    if (!order) return 'The shop has opened no order: look at shop.requests.';
    if (order.outcome !== 'unknown') {
      return `The last order, ${order.mchOrderNo}, is ${order.state}. After a decline, let the customer try again first.`;
    }
    return (
      `The last order, ${order.mchOrderNo}, is open and its form is not, or was used. ` +
      'The script may be blocked; or this was called within act(), where React shows nothing new: call it without.'
    );
  }

  /** The customer acts in the form, and the page hears of it. */
  function act<Form>(
    find: () => Form | undefined,
    why: () => string,
    work: (found: Form) => void,
  ): Promise<void> {
    return outsideAct(async () => {
      const found = await waitFor(find);
      if (found === undefined) throw new Error(`No form is open. ${why()}`);
      work(found);
      await waitUntilQuiet(network.isBusy, () => network.requests.length);
    });
  }

  function openCardForm() {
    const form = iotpay.mounts.at(-1);
    const opened = server.cardForms.find(({ secureId }) => secureId === form?.secureId);
    const isNew = !server.cards?.some(({ cardId }) => cardId === opened?.cardId);
    return form && opened && !form.refused && isNew ? { form, opened } : undefined;
  }

  return {
    pay: () =>
      act(openForm, whyNoForm, ({ form, order }) => {
        const { mchOrderNo, amount, channel } = order;
        server.orders.decide(order, 'paid');
        form.succeed({ mchOrderNo, amount, refundable: amount, ...(channel && { channel }) });
      }),
    decline: (message = 'Declined') =>
      act(openForm, whyNoForm, ({ form, order }) => {
        const { mchOrderNo, amount, channel } = order;
        server.orders.decide(order, 'failed');
        const changes = { mchOrderNo, amount, ...(channel && { channel }) };
        form.emit(failureEvent('Pay', returnUrl, message, changes));
      }),
    leaveUndecided: () =>
      act(openForm, whyNoForm, ({ form, order }) => {
        server.orders.decide(order, 'unknown');
        form.timeout();
      }),
    saveCard: () =>
      act(
        openCardForm,
        () => 'None that saves a card: open one with the secureId that POST /cards answers.',
        ({ form, opened: { cardId, channel } }) => {
          server.cards?.push({ cardId, channel, cardNum: '424242******4242', expiryDate: '1230' });
          form.succeed({ cardId });
        },
      ),
  };
}
