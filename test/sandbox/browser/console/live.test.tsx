import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OrderEvent } from '../../../../src/sandbox/consoleApi/events';
import { anOrder, aState, fakeSandbox } from './fakeSandbox';
import { openConsole, pass, prepareConsole } from './openConsole';

prepareConsole();

const paid = (id: number, mchOrderNo: string): OrderEvent => ({
  id,
  at: '2026-01-01T12:00:00.000Z',
  type: 'order',
  change: 'paid',
  status: 2,
  amount: 1999,
  mchOrderNo,
});

const connection = () => document.querySelector('.connection')?.textContent;
const listed = () =>
  [...document.querySelectorAll('.list-pane .row-head code')].map((one) => one.textContent);

describe('the console', () => {
  it('shows an order that comes while it is open, above the others', async () => {
    const sandbox = fakeSandbox([anOrder('A-1')]);
    await openConsole(sandbox);
    expect(listed()).toEqual(['A-1']);

    sandbox.orders.unshift(anOrder('A-2', { state: 'paid' }));
    act(() => sandbox.send(paid(1, 'A-2')));
    await pass(1000);

    expect(listed()).toEqual(['A-2', 'A-1']);
    expect(screen.getByText('Paid', { selector: '.badge' })).toBeTruthy();
  });

  it('shows what became of an order far down in the list', async () => {
    const sandbox = fakeSandbox(Array.from({ length: 60 }, (_, place) => anOrder(`A-${60 - place}`)));
    await openConsole(sandbox, '/orders/A-1');
    const [order] = sandbox.orders.splice(59, 1, anOrder('A-1', { state: 'paid' }));
    expect(order?.state).toBe('open');

    act(() => sandbox.send(paid(1, 'A-1')));
    await pass(1000);

    expect(screen.getAllByText('Paid', { selector: '.order-sum .badge' })).toHaveLength(1);
    const asked = sandbox.calls.map(([call]) => call);
    expect(asked.filter((call) => call.includes('q=A-1'))).toHaveLength(1);
  });

  it('says that the sandbox does not answer, and goes on by itself when it does again', async () => {
    const sandbox = fakeSandbox([anOrder('A-1')]);
    await openConsole(sandbox);
    expect(connection()).toBe('Live');

    act(() => sandbox.lose());
    expect(connection()).toBe('Not answering, retrying');
    expect(listed()).toEqual(['A-1']);

    act(() => sandbox.hello());
    expect(connection()).toBe('Live');
  });

  it('tries again where the browser has given up, for as long as it takes', async () => {
    const sandbox = fakeSandbox([anOrder('A-1')]);
    await openConsole(sandbox);
    const lost = sandbox.opened();
    sandbox.isGone = true;

    act(() => sandbox.lose(true));
    await pass(10_000);
    expect(connection()).toBe('Not answering, retrying');

    sandbox.isGone = false;
    await pass(1000);
    expect(sandbox.opened()).not.toBe(lost);
    act(() => sandbox.hello());
    expect(connection()).toBe('Live');
  });

  it('fetches everything again after a restart, because the orders of before are gone', async () => {
    const sandbox = fakeSandbox([anOrder('A-1')]);
    await openConsole(sandbox);

    sandbox.state = aState({ run: 'second' });
    sandbox.orders = [anOrder('B-1')];
    act(() => sandbox.hello('second'));
    await pass(0);
    act(() => sandbox.hello('second'));

    expect(listed()).toEqual(['B-1']);
    expect(connection()).toBe('Live');
  });

  it('forgets what a reset has forgotten', async () => {
    const sandbox = fakeSandbox([anOrder('A-1')]);
    await openConsole(sandbox);

    sandbox.orders = [];
    act(() =>
      sandbox.send({ id: 1, at: '2026-01-01T12:00:00Z', type: 'control', action: 'reset', message: '' }),
    );
    await pass(1000);

    expect(listed()).toEqual([]);
    expect(screen.getByText(/No order yet/)).toBeTruthy();
  });

  it('asks for the events after the newest that it has fetched, so that none is missed or told twice', async () => {
    const sandbox = fakeSandbox([anOrder('A-1')]);
    sandbox.events = [paid(41, 'A-1')];
    await openConsole(sandbox, '/orders/A-1');
    expect(sandbox.opened().url).toBe('/_sandbox/events?after=41');

    act(() => sandbox.send(paid(41, 'A-1')));
    await pass(1000);
    act(() => screen.getByRole('button', { name: 'Activity' }).click());

    expect(document.querySelectorAll('.list-pane .row')).toHaveLength(1);
  });
});
