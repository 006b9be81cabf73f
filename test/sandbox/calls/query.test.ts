import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

describe('cc_query', () => {
  it('finds an order by either of its numbers', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.purchase();

    const byOurs = await merchant.order(mchOrderNo);
    const { retData: byTheirs } = await merchant.call('cc_query', { payOrderId: byOurs.payOrderId });

    expect(byTheirs).toEqual(byOurs);
  });

  it('lets payOrderId win when both are given', async () => {
    const merchant = await startMerchant();
    const first = await merchant.purchase();
    const second = await merchant.purchase();
    const { payOrderId } = await merchant.order(first.mchOrderNo);

    const { retData } = await merchant.call('cc_query', { payOrderId, mchOrderNo: second.mchOrderNo });

    expect(retData.mchOrderNo).toBe(first.mchOrderNo);
  });

  it('refuses a number that no order has, and no number', async () => {
    const merchant = await startMerchant();

    expect(await merchant.call('cc_query', { mchOrderNo: 'NOBODY' })).toEqual({
      retCode: 'FAIL',
      retMsg: 'pay order does not exist',
    });
    expect((await merchant.call('cc_query', {})).retCode).toBe('FAIL');
  });
});
