import type { BoundFunctions } from '@testing-library/dom';
import { en, fr, zh, type IotPayLanguage } from 'react-iotpay';
import { expect, fireEvent, waitFor, within, type queries } from 'storybook/test';
import type { ShopLanguage } from './shop/words';

type Queries = BoundFunctions<typeof queries>;

/** What a customer types, field by field. The number is the sandbox's paid card, and opens nothing. */
const card = ['4242 4242 4242 4242', 'Alex Tremblay', '12/30', '123'];

const languages: Record<ShopLanguage, IotPayLanguage> = { en, fr, zh };

/** Waits for the hosted form in `place`, and looks into its iframe, which the fake draws on the page's own origin. */
export async function findForm(place: Queries, language: ShopLanguage = 'en'): Promise<Queries> {
  const { title } = languages[language].messages;
  const frame = await place.findByTitle<HTMLIFrameElement>(title, {}, { timeout: 5000 });
  return waitFor(() => {
    const page = frame.contentDocument?.querySelector('form');
    if (!page) throw new Error('The iframe has not loaded its form yet.');
    return within(page);
  });
}

/**
 * Fills the form in, field by field. Not with `userEvent`: its listeners in the iframe's document would outlive the iframe, and
 * throw when the form goes.
 */
export async function typeCard(form: Queries): Promise<void> {
  const fields = form.getAllByRole<HTMLInputElement>('textbox');
  await expect(fields).toHaveLength(card.length);
  for (const [index, field] of fields.entries()) {
    field.focus();
    await fireEvent.input(field, { target: { value: card[index] } });
  }
}

/** Presses the form's own button. What comes of it is the gateway's to say. */
export async function pressPay(form: Queries): Promise<void> {
  await fireEvent.click(form.getByRole('button'));
}

/** A whole payment up to the gateway's answer. */
export async function payByCard(place: Queries, language?: ShopLanguage): Promise<void> {
  const form = await findForm(place, language);
  await typeCard(form);
  await pressPay(form);
}
