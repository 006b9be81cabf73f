// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import { beacon, button, data, gateway, open, paid, prepareCardPage } from './cardPageInFrame';

prepareCardPage();

const testCards = [
  { number: '4242 4242 4242 4242', title: 'Paid' },
  { number: '3782 822463 10005', title: 'Paid, 4-digit code' },
];
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

describe('the test-card picker', () => {
  it('fills the form with the card that is chosen, so that it can be paid at once', async () => {
    await open({ ...data, testCards });
    fireEvent.click(button());
    expect(screen.getByLabelText('Card number').getAttribute('aria-invalid')).toBe('true');

    fireEvent.change(screen.getByLabelText('Test card'), { target: { value: '3782 822463 10005' } });

    expect(valueOf('Card number')).toBe('3782 822463 10005');
    expect(valueOf('Security code')).toBe('1234');
    expect(screen.getByLabelText('Card number').getAttribute('aria-invalid')).toBe('false');
    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);
    expect(gateway).toHaveBeenCalledTimes(1);
  });

  it('fills in the card that the console chose at once', async () => {
    await open({ ...data, testCards, chosenCard: '4242 4242 4242 4242' });

    expect(valueOf('Card number')).toBe('4242 4242 4242 4242');
    expect(valueOf('Test card')).toBe('4242 4242 4242 4242');
  });

  it('the test-card picker speaks the customer’s language, and a plain page has none', async () => {
    await open();
    expect(screen.queryByRole('combobox')).toBeNull();

    await open({ ...data, testCards }, {}, 'fr');
    expect(screen.getByLabelText('Carte de test')).toBeDefined();
  });
});

it('lets the console know what the shop’s page was told', async () => {
  await open({ ...data, testCards, chosenCard: '4242 4242 4242 4242' });
  fireEvent.click(button());
  await vi.advanceTimersByTimeAsync(0);

  expect(beacon.mock.calls.map(([path, body]) => [path, JSON.parse(body) as unknown])).toEqual([
    ['/cc/told', { key: 'k', integration: 'frame', events: paid.events }],
  ]);
});
