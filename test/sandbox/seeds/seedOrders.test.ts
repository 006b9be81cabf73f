import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

describe('seeds', () => {
  it('seeds make orders in the wanted states, and notify no shop', async () => {
    const { sandbox, post } = await startMerchant();
    const answer = await post('/_sandbox/seed', {
      text: '3 paid, 1 refunded, 1 unknown, 2 open; 1 partly refunded and 1 void',
    });

    const { mchOrderNos } = (await answer.json()) as { mchOrderNos: string[] };
    expect(mchOrderNos.map((number) => sandbox.order(number).order.state)).toEqual([
      'paid',
      'paid',
      'paid',
      'refunded',
      'undecided',
      'open',
      'open',
      'partlyRefunded',
      'void',
    ]);
    expect(sandbox.notifications()).toEqual([]);
  });

  it.each(['', 'three paid', '1 sold', '20000 paid'])(
    'the seed text %j is refused with an example',
    async (text) => {
      const { sandbox } = await startMerchant();

      expect(() => sandbox.seed(text)).toThrow(/text: /);
      expect(sandbox.orders().orders).toEqual([]);
    },
  );

  it('seeds can be searched and filtered, page by page', async () => {
    const { sandbox, control } = await startMerchant();
    sandbox.seed('30 paid, 5 failed, 5 refunded');
    const numbers = async (query: string) =>
      ((await control(`orders?${query}`)).orders as { mchOrderNo: string }[]).map(
        ({ mchOrderNo }) => mchOrderNo,
      );

    expect(await numbers('state=failed')).toHaveLength(5);
    expect(await numbers('q=seed-00003')).toEqual(['SEED-00003']);
    expect(await numbers('card=4242&kind=payment&state=paid')).not.toHaveLength(0);
    const { orders } = sandbox.orders({ q: 'SEED-00007' });
    const cents = orders[0]?.amount ?? 0;
    expect(await numbers(`min=${cents}&max=${cents}`)).toContain('SEED-00007');
    expect(await numbers(`q=${(cents / 100).toFixed(2)}`)).toContain('SEED-00007');

    const all = await numbers('');
    const first = sandbox.orders({ limit: 20 });
    const second = sandbox.orders({ limit: 100, before: first.next });
    expect([...first.orders, ...second.orders].map(({ mchOrderNo }) => mchOrderNo)).toEqual(all);
    expect(second).not.toHaveProperty('next');
  });
});
