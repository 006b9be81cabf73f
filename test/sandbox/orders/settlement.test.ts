import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startMerchant, type Merchant } from '../merchant';

const settlements = async (merchant: Merchant) =>
  ((await merchant.control('orders')).orders as { settlement?: string }[]).map(
    ({ settlement }) => settlement,
  );

describe('settlement', () => {
  it('comes once settlementMs have passed since the payment: a minute, if nothing else is said', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const merchant = await startMerchant();
    await merchant.pay();

    vi.setSystemTime(Date.now() + 59_999);
    expect(await settlements(merchant)).toEqual(['open']);
    vi.setSystemTime(Date.now() + 1);
    expect(await settlements(merchant)).toEqual(['settled']);
  });

  it('open and failed payments and refunds have no settlement', async () => {
    const merchant = await startMerchant();
    await merchant.purchase();
    await merchant.pay({}, '4000000000000002');
    const { payOrderId } = await merchant.pay();
    await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });

    expect(await settlements(merchant)).toEqual([undefined, 'void', undefined, undefined]);
    expect(await merchant.control('settle', {})).toEqual({ settled: [] });
  });

  it('one payment can be settled at once', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.pay();
    await merchant.pay();

    expect(await merchant.control('settle', { mchOrderNo })).toEqual({ settled: [mchOrderNo] });
    expect(await settlements(merchant)).toEqual(['open', 'settled']);
    expect(await merchant.control('settle', { mchOrderNo })).toEqual({ settled: [] });
  });

  it('all payments can be settled at once, also those whose outcome is still hidden', async () => {
    const merchant = await startMerchant({ clocks: { pollIntervalMs: 0 } });
    const paid = await merchant.pay();
    const silent = await merchant.purchase({ channel: 'UPI_EX' });
    await merchant.submit(silent.secureId, '6200000000000104');

    expect(await merchant.control('settle', {})).toEqual({ settled: [paid.mchOrderNo, silent.mchOrderNo] });
  });

  it('an open or void payment, a void and an unknown number can’t be settled', async () => {
    const merchant = await startMerchant();
    const open = await merchant.purchase();
    const { payOrderId, mchOrderNo } = await merchant.pay();
    await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });
    const statusFor = async (number: string) =>
      (await merchant.post('/_sandbox/settle', { mchOrderNo: number })).status;

    expect(await Promise.all([open.mchOrderNo, mchOrderNo, 'V-1', 'NOBODY'].map(statusFor))).toEqual([
      409, 409, 409, 404,
    ]);
    expect((await merchant.post('/_sandbox/settle', { payOrderId })).status).toBe(400);
  });
});
