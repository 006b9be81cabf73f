import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The cards of the local gateway that the tests pay with. */
export const cards = {
  paid: '4242424242424242',
  declined: '4000000000000002',
  pending: '4000000000000077',
  calledBackTwice: '4000000000000226',
  savedThenDeclined: '4000000000000341',
  unionPayPaid: '6200000000000005',
  unionPaySilentPaid: '6200000000000104',
  unionPaySilentFailed: '6200000000000203',
} as const;

/** What waiting for a text in the page means here: it is there, and can be seen. */
const seen = (locator: Locator) => locator.waitFor({ state: 'visible' });

/** The demo shop, used by its visible texts, as customers do. */
export class Shop {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async open(path = '/'): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Opens the checkout with the bag that every customer starts with, and does not wait for the form. */
  async checkOut(): Promise<void> {
    await this.open('/checkout');
    await this.sees('Checkout');
  }

  async choose(way: 'Card' | 'UnionPay' | RegExp): Promise<void> {
    await this.page.getByRole('radio', { name: way, exact: true }).check();
  }

  /** The library's checkout. */
  get checkout(): Locator {
    return this.page.locator('.iotpay-checkout');
  }

  /** The hosted form in its iframe, which is another site's. */
  get form(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Waits until the checkout cannot say yet whether the customer has paid. */
  async isConfirming(): Promise<void> {
    await seen(this.checkout.getByText('We are waiting for confirmation. Please do not pay again.'));
  }

  /** Waits until the checkout says that the card was not accepted. */
  async isDeclined(): Promise<void> {
    await seen(this.checkout.getByRole('alert').getByText('The card was not accepted.'));
  }

  async tryAnotherCard(): Promise<void> {
    await this.checkout.getByRole('button', { name: 'Try another card' }).click();
  }

  /** Fills in IOTPay's form, here or on its own page. */
  async fillIn(cardNumber: string, form: FrameLocator | Page = this.form): Promise<void> {
    await form.getByLabel('Card number').fill(cardNumber);
    await form.getByLabel('Name on card').fill('Ada Morgan');
    await form.getByLabel('Expiry date').fill('12/39');
    await form.getByLabel('Security code').fill('123');
  }

  payButton(form: FrameLocator | Page = this.form): Locator {
    return form.getByRole('button', { name: /^(Pay|Save) / });
  }

  async payWith(cardNumber: string): Promise<void> {
    await this.fillIn(cardNumber);
    await this.payButton().click();
  }

  /** Waits for the page's heading. */
  async sees(heading: string | RegExp): Promise<void> {
    await seen(this.page.getByRole('heading', { level: 1, name: heading }));
  }

  async seesText(text: string | RegExp): Promise<void> {
    await seen(this.page.getByText(text));
  }

  /** Opens the form that saves a card. */
  async openAccount(): Promise<void> {
    await this.open('/orders');
    await this.page.getByRole('button', { name: 'Save a card' }).click();
  }

  /** Saves a card, and goes to the checkout. */
  async saveCard(cardNumber: string): Promise<void> {
    await this.openAccount();
    await this.payWith(cardNumber);
    await this.seesText('Your card is saved.');
    await this.checkOut();
  }

  /** Pays with the saved card that ends so. */
  async payWithSaved(end: string): Promise<void> {
    await this.choose(new RegExp(`${end}$`));
    await this.checkout.getByRole('button', { name: 'Pay $56.20' }).click();
  }

  /** The staff's panel on the order's page. */
  get refunds(): Locator {
    return this.page.getByRole('region', { name: 'Refund' });
  }

  async giveBack(amount: string): Promise<void> {
    await this.refunds.getByLabel('Amount, CAD').fill(amount);
    await this.refunds.getByRole('button', { name: 'Give back' }).click();
  }

  async refundsSay(text: string | RegExp): Promise<void> {
    await seen(this.refunds.getByText(text));
  }

  /** The panel with the order as the shop's server knows it. */
  get log(): Locator {
    return this.page.getByRole('region', { name: /^Order status/ });
  }

  async logSays(text: string | RegExp): Promise<void> {
    await seen(this.log.getByText(text));
  }

  async orderNo(): Promise<string> {
    return this.log.getByText(/^\w{30}$/).innerText();
  }
}
