// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import {
  button,
  data,
  eventsTold,
  gateway,
  heading,
  open,
  paid,
  prepareCardPage,
  shop,
  timeout,
  typeCard,
  waiting,
} from './cardPageInFrame';

prepareCardPage();

describe('paying', () => {
  it('sends the card once, however often the button is clicked', async () => {
    await open();
    typeCard();

    fireEvent.click(button());
    fireEvent.click(button());

    expect(button().textContent.trim()).toBe('Processing payment…');
    expect(button().getAttribute('aria-disabled')).toBe('true');
    await vi.advanceTimersByTimeAsync(0);
    expect(gateway.mock.calls).toEqual([
      [
        '/cc/submit',
        {
          key: 'k',
          card: { number: '4242 4242 4242 4242', holder: 'Ada Lovelace', expiry: '12/34', code: '123' },
        },
      ],
    ]);
  });

  it('shows and announces the result, and tells the shop and nobody else', async () => {
    await open();
    typeCard();

    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);

    expect(heading()).toBe('Payment successful');
    expect(screen.getByRole('status').textContent).toBe('Payment successful. Thank you.');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(eventsTold()).toEqual([[{ frame: 'f1', events: paid.events, delayMs: 0 }, shop]]);
  });

  it('leaves no card number behind in the page', async () => {
    await open();
    typeCard();

    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);

    const values = [...document.querySelectorAll('input')].map(({ value }) => value);
    expect(values).toEqual(['', '', '', '']);
  });

  it('the customer can pay again when the gateway could not be reached', async () => {
    gateway.mockRejectedValueOnce(new TypeError('fetch failed'));
    await open();
    typeCard();

    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);

    expect(screen.getByRole('alert').textContent).toMatch(/won’t be charged twice/);
    expect(button().textContent.trim()).toBe('Pay $24.34');
    expect(eventsTold()).toEqual([]);
    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);
    expect(heading()).toBe('Payment successful');
  });

  it('waits for the UnionPay app and asks again and again', async () => {
    gateway.mockResolvedValueOnce(waiting).mockResolvedValueOnce(waiting);
    await open();
    typeCard();

    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(1000);
    expect(heading()).toBe('Waiting for your UnionPay app');
    await vi.advanceTimersByTimeAsync(1000);

    expect(gateway.mock.calls.slice(1)).toEqual([
      ['/cc/poll', { key: 'k' }],
      ['/cc/poll', { key: 'k' }],
    ]);
    expect(heading()).toBe('Payment successful');
  });

  it('gives up after as many polls as it was told to make, lost ones included', async () => {
    gateway
      .mockResolvedValueOnce(waiting)
      .mockRejectedValueOnce(new TypeError('fetch failed'))
      .mockResolvedValue(waiting);
    await open();
    typeCard();

    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(2999);
    expect(eventsTold()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);

    expect(heading()).toBe('Confirming your payment');
    expect(eventsTold()).toEqual([[{ frame: 'f1', events: timeout.events, delayMs: 0 }, shop]]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(gateway).toHaveBeenCalledTimes(4);
  });

  it('does not begin on a dead session, and says so to the shop', async () => {
    await open({ ...data, finished: { ...timeout, tone: 'failed', title: 'This page has expired' } });

    expect(heading()).toBe('This page has expired');
    expect(screen.queryByRole('button')).toBeNull();
    expect(eventsTold()).toHaveLength(1);
  });
});
