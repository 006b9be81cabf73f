import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anOrder, fakeSandbox } from './fakeSandbox';
import { openConsole, pass, prepareConsole } from './openConsole';

prepareConsole();

const notifyUrl = 'http://127.0.0.1:3000/notify';
const answered = (answer: string) => ({
  attempts: [{ at: '2026-01-01T12:00:00Z', httpStatus: 200, answer }],
});

async function openOrder(part: Parameters<typeof anOrder>[1] = {}) {
  const sandbox = fakeSandbox([anOrder('A-1', { notifyUrl, ...part })]);
  sandbox.answers['POST /_sandbox/notifications'] = () => answered('success');
  sandbox.answers['POST /_sandbox/orders/A-1/force'] = () => ({});
  await openConsole(sandbox, '/orders/A-1');
  const sent = (call: string) => sandbox.calls.filter(([one]) => one === call).map(([, body]) => body);
  return { sandbox, sent };
}

const click = async (name: string) => {
  await act(async () => screen.getByRole('button', { name }).click());
  await pass(0);
};
const answer = () => screen.getByRole('status', { name: 'The shop’s answer' }).textContent;

describe('the console’s page of an order', () => {
  it('sends the notification again, and shows what the shop answered', async () => {
    const { sent } = await openOrder({ state: 'paid' });

    await click('Send again');

    expect(sent('POST /_sandbox/notifications')).toEqual([{ mchOrderNo: 'A-1' }]);
    expect(answer()).toContain('HTTP 200 “success”');
  });

  it('sends only the fields that were changed, amounts as numbers and emptied fields as null', async () => {
    const { sent } = await openOrder({ state: 'paid' });

    fireEvent.change(screen.getByRole('textbox', { name: 'amount' }), { target: { value: '1' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'currency' }), { target: { value: '' } });
    await click('Send it changed');

    expect(sent('POST /_sandbox/notifications')).toEqual([
      { mchOrderNo: 'A-1', changes: { amount: 1, currency: null } },
    ]);
  });

  it.each([
    ['Signed with a wrong key', 'wrongKey'],
    ['Another amount', 'otherAmount'],
    ['Another order', 'otherOrder'],
    ['Three times at once', 'repeated'],
    ['Late', 'late'],
  ])('forges a notification: %s', async (label, forge) => {
    const { sent } = await openOrder({ state: 'paid' });

    fireEvent.change(screen.getByRole('combobox', { name: 'Forgery' }), { target: { value: forge } });
    expect(screen.getByRole<HTMLOptionElement>('option', { name: label }).selected).toBe(true);
    await click('Forge');

    expect(sent('POST /_sandbox/notifications')).toEqual([{ mchOrderNo: 'A-1', forge }]);
  });

  it('offers no outcome for a paid order but that a query denies it', async () => {
    await openOrder({ state: 'paid', charges: 1 });

    const region = screen.getByRole('region', { name: 'Force what comes next' });
    expect([...region.querySelectorAll('button')].map((button) => button.textContent)).toEqual([
      'No such order',
    ]);
  });

  it.each([
    ['with the next card', 'next'],
    ['at once', 'now'],
  ])('forces the outcome of an open order %s', async (_, when) => {
    const { sent } = await openOrder({ session: 'usable' });

    if (when === 'now') fireEvent.click(screen.getByRole('checkbox'));
    await click('Declined');

    expect(sent('POST /_sandbox/orders/A-1/force')).toEqual([{ outcome: 'declined', when }]);
  });

  it('says that the sandbox has no order of the address’s number', async () => {
    await openConsole(fakeSandbox(), '/orders/GONE%201');

    expect(screen.getByRole('heading', { name: 'GONE 1' })).toBeTruthy();
    expect(screen.getByText(/no such order/)).toBeTruthy();
  });
});
