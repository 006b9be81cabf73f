import { describe, expect, it } from 'vitest';
import { startMerchant, type Json, type Merchant } from '../merchant';

async function records(merchant: Merchant) {
  return (await merchant.control('notifications')).notifications as Json[];
}

describe('a saved card', () => {
  it('keeps the fault of its notifications', async () => {
    const merchant = await startMerchant();
    const { notifyUrl } = merchant;
    await merchant.saveCard('ada', '4000000000000408');

    await merchant.iotpay.purchaseWithToken({ mchOrderNo: 'T-1', cardId: 'ada', amount: 1, notifyUrl });

    expect(await records(merchant)).toMatchObject([{ mchOrderNo: 'T-1', state: 'lost' }]);
  });
});

describe('/_sandbox/notifications/faults', () => {
  it('spoils the notifications of one order, or refund, only', async () => {
    const merchant = await startMerchant({ clocks: { settlementMs: 0 } });
    const { notifyUrl } = merchant;
    await merchant.control('notifications/faults', { kind: 'lost', mchOrderNo: 'R-1' });
    const { payOrderId } = await merchant.pay();
    await merchant.iotpay.refund({ mchRefundNo: 'R-1', payOrderId, refundAmount: 1, notifyUrl });

    expect(await records(merchant)).toMatchObject([{ mchOrderNo: 'R-1', state: 'lost' }, { payOrderId }]);
    expect((await records(merchant))[1]).not.toHaveProperty('fault');
  });

  it('spoils as many as it is told to, before what the card would do', async () => {
    const merchant = await startMerchant();
    await merchant.control('notifications/faults', { kind: 'lost', times: 2 });
    expect(await merchant.control('notifications/faults')).toEqual({ faults: [{ kind: 'lost', times: 2 }] });
    await merchant.pay({}, '4000000000000416');
    await merchant.pay();
    await merchant.pay();

    expect((await records(merchant)).map(({ fault }) => fault)).toEqual([undefined, 'lost', 'lost']);
  });

  it('deleting a notification fault removes it, and so does a reset', async () => {
    const merchant = await startMerchant();
    const order = () => merchant.control('notifications/faults', { kind: 'lost' });
    await order();
    await fetch(`${merchant.sandbox.url}/_sandbox/notifications/faults`, { method: 'DELETE' });
    expect(await merchant.control('notifications/faults')).toEqual({ faults: [] });

    await order();
    await merchant.control('reset', {});
    expect(await merchant.control('notifications/faults')).toEqual({ faults: [] });
  });

  it.each([
    [{ kind: 'eaten' }, 'kind'],
    [{ kind: 'lost', times: 0 }, 'times'],
    [{ kind: 'late', ms: -1 }, 'ms'],
    [{ kind: 'lost', call: 'cc_query' }, 'call'],
  ])('refuses %j', async (body, field) => {
    const merchant = await startMerchant();

    const answer = await merchant.post('/_sandbox/notifications/faults', body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringContaining(field) as unknown });
  });
});
