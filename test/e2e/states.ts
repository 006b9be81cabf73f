import type { DemoUnderTest } from './demo';
import { cards, type Shop } from './shop';

/** Every page and state of the shop that a customer can meet, and how they come to it. */
export const states: Record<string, (shop: Shop, shopping: DemoUnderTest) => Promise<void>> = {
  async 'the bag'(shop) {
    await shop.open();
    await shop.page.getByText('$56.20').waitFor();
  },
  async 'the empty bag'(shop) {
    await emptyBag(shop);
  },
  async 'the checkout of an empty bag'(shop) {
    await emptyBag(shop);
    await shop.open('/checkout');
    await shop.sees('The bag is empty.');
  },
  async 'the checkout'(shop) {
    await shop.checkOut();
    await shop.form.getByLabel('Card number').waitFor();
    await shop.page.getByText('Test cards').press('Enter');
  },
  async 'the checkout while it loads'(shop) {
    await shop.page.context().route('**/iotpaycc.js', () => undefined);
    await shop.checkOut();
    await shop.seesText('Loading the card form…');
  },
  async 'a blocked script'(shop) {
    await shop.page.context().route('**/iotpaycc.js', (route) => route.abort('blockedbyclient'));
    await shop.checkOut();
    await shop.checkout.getByRole('alert').waitFor();
  },
  async 'a declined card'(shop) {
    await shop.checkOut();
    await shop.payWith(cards.declined);
    await shop.isDeclined();
  },
  async 'the wait for the UnionPay app'(shop, { gateway }) {
    await gateway.setClocks({ pollIntervalMs: 60_000 });
    await shop.checkOut();
    await shop.choose('UnionPay');
    await shop.payWith(cards.unionPayPaid);
    await shop.form.getByRole('heading', { name: 'Waiting for your UnionPay app' }).waitFor();
  },
  async 'a payment that is being confirmed'(shop, { gateway }) {
    await gateway.setClocks({ pendingMs: 600_000 });
    await shop.checkOut();
    await shop.payWith(cards.pending);
    await shop.isConfirming();
  },
  async 'an order that is being confirmed'(shop, { gateway }) {
    await gateway.setClocks({ pendingMs: 600_000 });
    await shop.checkOut();
    await shop.payWith(cards.pending);
    await shop.isConfirming();
    const [order] = await gateway.orders();
    await shop.open(`/orders?mchOrderNo=${order?.mchOrderNo ?? ''}`);
    await shop.sees('We are confirming your payment');
  },
  async 'a declined order'(shop, { gateway }) {
    await shop.checkOut();
    await shop.payWith(cards.declined);
    await shop.isDeclined();
    const [order] = await gateway.orders();
    await shop.open(`/orders?mchOrderNo=${order?.mchOrderNo ?? ''}`);
    await shop.sees('Your payment was declined');
  },
  async 'a paid order'(shop) {
    await pay(shop);
  },
  async 'an order whose money was given back'(shop, { gateway }) {
    await pay(shop);
    await gateway.settle();
    await shop.giveBack('56.20');
    await shop.sees('Your order has been refunded');
  },
  async 'a refused refund'(shop) {
    await pay(shop);
    await shop.giveBack('nothing');
    await shop.refunds
      .getByRole('alert')
      .getByText(/such as 12\.50/)
      .waitFor();
  },
  async 'an order that is not there'(shop) {
    await shop.open('/orders?mchOrderNo=NOSUCHORDER');
    await shop.sees('We know of no such order of yours');
  },
  async 'a customer’s orders and cards'(shop) {
    await shop.openAccount();
    await shop.payWith(cards.paid);
    await shop.seesText('424242******4242');
  },
  async 'the form that saves a card'(shop) {
    await shop.openAccount();
    await shop.form.getByLabel('Card number').waitFor();
  },
  async 'a saved card at the checkout'(shop) {
    await shop.saveCard(cards.paid);
    await shop.choose(/4242$/);
  },
  async 'a shop that does not answer'(shop) {
    await shop.page.context().route('**/api/shop', (route) => route.abort('connectionrefused'));
    await shop.open();
    await shop.seesText('The shop does not answer.');
  },
};

async function emptyBag(shop: Shop): Promise<void> {
  await shop.open();
  for (const name of ['Harbour Espresso', 'Partridgeberry square', 'A Small Atlas of Fog']) {
    await shop.page.getByLabel(`Quantity of ${name}`, { exact: true }).fill('0');
  }
  await shop.seesText('The bag is empty.');
}

async function pay(shop: Shop): Promise<void> {
  await shop.checkOut();
  await shop.payWith(cards.paid);
  await shop.sees('Thank you. Your order is paid.');
}
