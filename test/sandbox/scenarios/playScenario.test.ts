import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConsoleEvent } from '../../../src/sandbox/consoleApi/events';
import type { Scenario } from '../../../src/sandbox/consoleApi/scenario';
import { packagedScenarios } from '../../../src/sandbox/scenarios/packagedScenarios';
import { startMerchant } from '../merchant';

/** An event without its number, which counts on from one play to the next. */
const withoutId = (event: ConsoleEvent) => ({ ...event, id: 0 });

const start = '2026-03-01T12:00:00.000Z';

async function playTwice(scenario: Scenario) {
  const sandbox = await startSandbox();
  try {
    const first = await sandbox.play({ ...scenario, start });
    const second = await sandbox.play({ ...scenario, start });
    return [first.events.map(withoutId), second.events.map(withoutId)] as const;
  } finally {
    await sandbox.close();
  }
}

const callsOf = (events: readonly Partial<ConsoleEvent>[]) =>
  events.flatMap((event) =>
    event.type === 'call' ? [[event.call, event.mchOrderNo, event.retCode ?? event.answer?.status]] : [],
  );

describe.each(packagedScenarios.map((scenario) => [scenario.name, scenario] as const))(
  '"%s"',
  (_, scenario) => {
    it('replays to the same events, down to times, numbers and signatures', async () => {
      const [first, second] = await playTwice(scenario);

      expect(first.length).toBeGreaterThan(15);
      expect(second).toEqual(first);
    });
  },
);

describe('a scenario', () => {
  it('"Double charge bait" ends with one paid order, of which the shop was told nothing but by its last query', async () => {
    const merchant = await startMerchant();
    const { events } = await merchant.sandbox.play('double-charge-bait', { notifyUrl: merchant.notifyUrl });

    expect(merchant.received).toEqual([]);
    expect(callsOf(events).filter(([call]) => call === 'cc_query')).toEqual([
      ['cc_query', 'BAIT-1', 'FAIL'],
      ['cc_query', 'BAIT-1', 'FAIL'],
      ['cc_query', 'BAIT-1', 'SUCCESS'],
    ]);
    expect(merchant.sandbox.order('BAIT-1').order).toMatchObject({ state: 'paid', charges: 1 });
  });

  it('takes the shop’s answers in the order of the notifications, even from a shop that answers the last one first', async () => {
    const held: (() => void)[] = [];
    const shop = createServer((_, response) => {
      held.unshift(() => response.end('success'));
      if (held.length === 2) for (const answer of held) answer();
    }).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    onTestFinished(() => void shop.close());
    const { sandbox } = await startMerchant();

    const { events } = await sandbox.play(
      {
        version: 1,
        name: 'Twice',
        steps: [
          { do: 'purchase', mchOrderNo: 'A', amount: 1 },
          { do: 'pay', mchOrderNo: 'A', card: '4000 0000 0000 0416' },
        ],
      },
      { notifyUrl: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/` },
    );

    const told = events.flatMap((event) => (event.type === 'notification' ? [event.notificationId] : []));
    expect(told).toEqual([1, 2]);
  });

  it('"Refund race" never gives back more than was paid', async () => {
    const { sandbox } = await startMerchant();
    await sandbox.play('Refund race');

    expect(sandbox.order('RACE-1').order).toMatchObject({ refundable: 2000, state: 'partlyRefunded' });
    expect(sandbox.orders({ kind: 'refund' }).orders).toHaveLength(1);
  });

  it('"Gateway down for ten minutes" answers nothing for ten minutes, and then knows', async () => {
    const { sandbox } = await startMerchant();
    const { events } = await sandbox.play('gateway down for ten minutes');

    expect(callsOf(events).map(([, , result]) => result)).toEqual([
      'SUCCESS',
      502,
      502,
      502,
      'SUCCESS',
      'SUCCESS',
    ]);
  });

  it('plays what was recorded of a shop that knows nothing of scenarios', async () => {
    const merchant = await startMerchant();
    const { sandbox } = merchant;
    sandbox.record('What the shop did');
    const paid = await merchant.pay({ mchOrderNo: 'SHOP-1' });
    sandbox.addFault({ call: 'cc_refund', kind: 'cut' });
    sandbox.settle('SHOP-1');
    await sandbox.advance(5000);
    const refund = {
      mchRefundNo: 'SHOP-R',
      payOrderId: paid.payOrderId,
      loginName: 'sandbox',
      refundAmount: 100,
    };
    await merchant.call('cc_refund', refund).catch(() => undefined);
    await merchant.call('cc_refund', refund);
    await merchant.saveCard('ada', '4242424242424242');
    await merchant.call('cc_purchasewithtoken', { ...merchant.purchaseFields(), cardId: 'ada' });
    const scenario = sandbox.stopRecording();

    expect(scenario.steps.map((step) => step.do)).toEqual([
      'purchase',
      'pay',
      'query',
      'fault',
      'settle',
      'advance',
      'refund',
      'refund',
      'saveCard',
      'call',
    ]);
    const before = sandbox.orders().orders.map(({ mchOrderNo, state }) => [mchOrderNo, state]);
    await sandbox.play(JSON.parse(JSON.stringify(scenario)));
    expect(sandbox.orders().orders.map(({ mchOrderNo, state }) => [mchOrderNo, state])).toEqual(before);
  });

  it.each([
    [{ version: 2, name: 'x', steps: [] }, /version: must be 1/],
    [{ version: 1, name: 'x', steps: [{ do: 'dance' }] }, /steps\.0\.do/],
    [
      { version: 1, name: 'x', steps: [{ do: 'pay', mchOrderNo: 'A', card: '4111 1111 1111 1111' }] },
      /test card/,
    ],
    ['Never heard of it', /Double charge bait/],
    [null, /wrong at/],
  ])(
    'a scenario that can’t be played is refused with the place and the reason (%j)',
    async (scenario, message) => {
      const { sandbox, purchase } = await startMerchant();
      await purchase();

      await expect(sandbox.play(scenario)).rejects.toThrow(message);

      expect(sandbox.orders().orders).toHaveLength(1);
      expect(sandbox.state()).toMatchObject({ isPlaying: false, time: { isFrozen: false } });
    },
  );

  it('forgets what there was, and the reset can be undone', async () => {
    const { sandbox, purchase } = await startMerchant();
    const { mchOrderNo } = await purchase();
    await sandbox.play('Refund race');
    expect(sandbox.orders({ q: mchOrderNo }).orders).toEqual([]);

    sandbox.undo();

    expect(sandbox.orders().orders.map((order) => order.mchOrderNo)).toEqual([mchOrderNo]);
  });
});
