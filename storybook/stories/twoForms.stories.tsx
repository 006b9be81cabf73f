import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { IotPayCard, useSecureId } from 'react-iotpay';
import { expect, within } from 'storybook/test';
import { findForm, payByCard, typeCard } from '../customer';
import { gateway } from '../fakeSdk';
import { Counter } from '../shop/Counter';
import { newSecureId } from '../shop/newSecureId';
import { OutcomeNote } from '../shop/OutcomeNote';

function TwoForms(): ReactElement {
  const order = useSecureId(newSecureId, { key: 'order' });
  const card = useSecureId(newSecureId, { key: 'card' });
  const [isPaid, setPaid] = useState(false);
  const [isSaved, setSaved] = useState(false);
  return (
    <Counter
      title="Pay, and keep a card"
      lede="One script, two forms, two sessions. Neither hears of the other."
    >
      <div className="two-forms">
        <section aria-labelledby="two-pay">
          <h2 id="two-pay">Pay $37.66</h2>
          {isPaid ? (
            <OutcomeNote kind="paid" />
          ) : (
            <IotPayCard
              className="card-form"
              secureId={order}
              redirect="manual"
              onSuccess={() => setPaid(true)}
            />
          )}
        </section>
        <section aria-labelledby="two-add">
          <h2 id="two-add">Save another card</h2>
          {isSaved ? (
            <OutcomeNote kind="saved" />
          ) : (
            <IotPayCard
              className="card-form"
              mode="Add"
              secureId={card}
              redirect="manual"
              onSuccess={() => setSaved(true)}
            />
          )}
        </section>
      </div>
    </Counter>
  );
}

const meta: Meta<typeof TwoForms> = { title: 'Card form/Two forms', component: TwoForms };
export default meta;

/** The page has one script tag and one SDK, however many forms it shows. */
export const PayAndAdd: StoryObj<typeof TwoForms> = {
  play: async ({ canvas }) => {
    const pay = within(await canvas.findByRole('region', { name: 'Pay $37.66' }));
    const add = within(canvas.getByRole('region', { name: 'Save another card' }));
    await findForm(add);
    await typeCard(await findForm(pay));
    await expect(gateway().mounts.map(({ mode }) => mode)).toEqual(['Pay', 'Add']);
  },
};

/** The first form's payment leaves the second one as it is, with the card that is typed there. */
export const OneAfterTheOther: StoryObj<typeof TwoForms> = {
  play: async ({ canvas }) => {
    const pay = within(await canvas.findByRole('region', { name: 'Pay $37.66' }));
    const add = within(canvas.getByRole('region', { name: 'Save another card' }));
    const other = await findForm(add);
    await typeCard(other);
    await payByCard(pay);
    gateway().mounts[0]?.succeed();
    await expect(await pay.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect(other.getByLabelText<HTMLInputElement>(/name on card/i).value).toBe('Alex Tremblay');
  },
};
