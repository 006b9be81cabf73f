// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import { fr } from '../../../../src/sandbox/browser/languages/fr';
import { zh } from '../../../../src/sandbox/browser/languages/zh';
import {
  button,
  data,
  gateway,
  heading,
  open,
  paid,
  prepareCardPage,
  type,
  waiting,
} from './cardPageInFrame';

prepareCardPage();

/** What stands on the page where a customer reads it. */
function texts(): string[] {
  const found: (string | null)[] = [...document.querySelectorAll('input')].map((input) => input.placeholder);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('script, svg')) found.push(node.textContent);
  }
  return found
    .map((text) => (text ?? '').replace(/<[^>]*>/g, '').trim())
    .filter((text) => /\p{Letter}/u.test(text));
}

describe.each(Object.entries({ fr, zh }))('the card page in %s', (language, dictionary) => {
  const said = (text: string) => dictionary[text] ?? '';

  const openPage = () => open({ ...data, action: said('Save card') }, {}, language);

  function typeCard() {
    type(said('Card number'), '4242424242424242');
    type(said('Name on card'), 'Ada Lovelace');
    type(said('Expiry date'), '1234');
    type(said('Security code'), '123');
  }

  it('says so, and says nothing in English', async () => {
    await openPage();
    expect(document.documentElement.lang).toBe(language);
    expect(texts().length).toBeGreaterThan(8);
    const spoken = new Set([...Object.values(dictionary), 'CVC']);
    expect(texts().filter((text) => !spoken.has(text))).toEqual([]);
  });

  it('says beside a field what is wrong with it', async () => {
    await openPage();
    fireEvent.click(button());
    expect(document.getElementById('number-error')?.textContent).toBe(said('Enter the card number.'));
  });

  it('says what happens while the customer waits, and how it ends', async () => {
    gateway.mockResolvedValueOnce(waiting).mockResolvedValueOnce({
      ...paid,
      message: 'Thank you. Your payment has gone through.',
    });
    await openPage();
    typeCard();
    fireEvent.click(button());
    expect(button().textContent.trim()).toBe(said('Processing payment…'));
    await vi.advanceTimersByTimeAsync(0);
    expect(heading()).toBe(said('Waiting for your UnionPay app'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(heading()).toBe(said('Payment successful'));
    expect(screen.getByRole('status').textContent).toContain(
      said('Thank you. Your payment has gone through.'),
    );
  });

  it('says that the gateway can’t be reached', async () => {
    gateway.mockRejectedValue(new Error('offline'));
    await openPage();
    typeCard();
    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);
    expect(screen.getByRole('alert').textContent).toBe(
      said('The gateway could not be reached. Try again: you won’t be charged twice.'),
    );
  });

  it('leaves the shop’s own button as the shop labels it', async () => {
    await open(data, { button: { text: 'Save card' } }, language);
    expect(button().textContent.trim()).toBe('Save card');
  });
});
