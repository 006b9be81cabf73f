import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anOrder, fakeSandbox } from './fakeSandbox';
import { openConsole, prepareConsole } from './openConsole';

prepareConsole();

const rows = () => [...document.querySelectorAll('.list-pane .row')];
const listed = () => rows().map((row) => row.querySelector('code')?.textContent);
const search = () => screen.getByRole<HTMLInputElement>('searchbox');

const shop = () =>
  fakeSandbox([
    anOrder('A-3', { amount: 5000, state: 'failed', cardNum: '400000******0002' }),
    anOrder('A-2', { amount: 1250, state: 'paid', charges: 2 }),
    anOrder('A-1', { subject: 'Mug' }),
  ]);

describe('the list', () => {
  it.each([
    ['a number', 'a-2', ['A-2']],
    ['the end of a card', '0002', ['A-3']],
    ['a state', 'failed', ['A-3']],
    ['an amount', '12.50', ['A-2']],
    ['what is bought', 'mug', ['A-1']],
  ])('the console’s list is searched by %s', async (_, text, found) => {
    await openConsole(shop());

    fireEvent.change(search(), { target: { value: text } });

    expect(listed()).toEqual(found);
  });

  it('shows the orders of one state', async () => {
    await openConsole(shop());

    fireEvent.change(screen.getByRole('combobox', { name: 'State' }), { target: { value: 'paid' } });

    expect(listed()).toEqual(['A-2']);
  });

  it.each([
    ['from', '20', ['A-3']],
    ['from', '19,99', ['A-3', 'A-1']],
    ['to', '12.50', ['A-2']],
    ['to', 'twelve', ['A-3', 'A-2', 'A-1']],
  ])('shows the orders of an amount %s %s dollars, cents included', async (limit, text, found) => {
    await openConsole(shop());

    fireEvent.change(screen.getByRole('textbox', { name: `Amount ${limit}, in dollars` }), {
      target: { value: text },
    });

    expect(listed()).toEqual(found);
  });

  it('says when nothing fits', async () => {
    await openConsole(shop());

    fireEvent.change(search(), { target: { value: 'Z' } });

    expect(screen.getByText('Nothing fits this search.')).toBeTruthy();
  });

  it('shows at once that a customer was charged twice', async () => {
    await openConsole(shop());

    expect(screen.getByText('Charged 2 times').closest('a')?.textContent).toContain('A-2');
  });

  it('j and k walk through the console’s list, and / searches it', async () => {
    await openConsole(shop());
    const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }));

    await press('j');
    expect(location.pathname).toBe('/orders/A-3');
    await press('j');
    expect(location.pathname).toBe('/orders/A-2');
    await press('k');
    expect(location.pathname).toBe('/orders/A-3');
    await press('/');
    expect(document.activeElement).toBe(search());
  });

  it('takes a j in the search for a letter', async () => {
    await openConsole(shop());

    fireEvent.keyDown(search(), { key: 'j' });

    expect(location.pathname).toBe('/');
  });

  it('draws only what can be seen of ten thousand orders, and says how many there are', async () => {
    await openConsole(
      fakeSandbox(Array.from({ length: 10_000 }, (_, place) => anOrder(`A-${10_000 - place}`))),
    );

    expect(rows().length).toBeLessThan(50);
    expect(document.querySelector('.list-pane li')?.getAttribute('aria-setsize')).toBe('10000');
  });

  it('leaves room for how to begin only while it lists nothing', async () => {
    const sandbox = fakeSandbox();
    sandbox.events = [
      { id: 1, at: '2026-01-01T12:00:00Z', type: 'control', action: 'started', message: 'Started.' },
    ];
    await openConsole(sandbox);
    const isEmpty = () => document.querySelector<HTMLElement>('.list-pane')?.dataset.isEmpty;
    expect(isEmpty()).toBe('true');

    act(() => screen.getByRole('button', { name: 'Activity' }).click());

    expect(isEmpty()).toBe('false');
  });
});
