import { describe, expect, it } from 'vitest';
import { resultOf, startMerchant } from '../merchant';

const inTheApp = '6200000000000005';
const declinedInTheApp = '6200000000000302';
const silentButPaid = '6200000000000104';
const silentAndFailed = '6200000000000203';

describe('paying by UnionPay', () => {
  it('makes the page ask once a second, thirty times', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase({ channel: 'UPI_EX' });

    expect(await merchant.submit(secureId, inTheApp)).toMatchObject({
      state: 'waiting',
      intervalMs: 1000,
      polls: 30,
      timeout: { state: 'finished', tone: 'unknown', events: [{ result: 'FAIL', message: 'Timeout' }] },
    });
  });

  it('a UnionPay payment succeeds when the customer confirms, at the third poll', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase({ channel: 'UPI_EX' });
    await merchant.submit(secureId, inTheApp);

    for (const poll of [1, 2]) {
      expect(await merchant.poll(secureId), `poll ${poll}`).toMatchObject({ state: 'waiting' });
      expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 0, channel: 'UPI_EX' });
    }
    const third = resultOf(await merchant.poll(secureId));

    expect(third).toMatchObject({ tone: 'success', events: [{ result: 'SUCCESS' }] });
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 2, cardType: 'U' });
    await merchant.notified(1);
    expect(await merchant.poll(secureId)).toEqual(third);
    expect(await merchant.control('notifications')).toMatchObject({ notifications: [{}] });
  });

  it('fails when the customer refuses in the app', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase({ channel: 'UPI_EX' });
    await merchant.submit(secureId, declinedInTheApp);
    await merchant.poll(secureId);

    expect(await merchant.poll(secureId)).toMatchObject({ tone: 'failed', events: [{ result: 'FAIL' }] });
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 9 });
  });

  it.each([
    [silentButPaid, 2],
    [silentAndFailed, 9],
  ])(
    'with %s is never answered; asked once the SDK has given up, the gateway says %i',
    async (number, status) => {
      const merchant = await startMerchant({ clocks: { pollIntervalMs: 1_000_000, polls: 2 } });
      const early = await merchant.purchase({ channel: 'UPI_EX' });
      await merchant.submit(early.secureId, number);

      for (let poll = 0; poll < 5; poll += 1) {
        expect(await merchant.poll(early.secureId)).toMatchObject({ state: 'waiting' });
      }
      expect(await merchant.order(early.mchOrderNo)).toMatchObject({ status: 0 });

      await merchant.control('clocks', { pollIntervalMs: 0 });
      const late = await merchant.purchase({ channel: 'UPI_EX' });
      await merchant.submit(late.secureId, number);
      expect(await merchant.poll(late.secureId)).toMatchObject({ state: 'waiting' });
      expect(await merchant.order(late.mchOrderNo)).toMatchObject({ status });

      expect(await merchant.control('notifications')).toEqual({ notifications: [] });
    },
  );

  it('sends the customer back as one whose payment is open, when nobody answered', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase({ channel: 'UPI_EX' });

    const answer = await merchant.submit(secureId, silentButPaid);

    expect(answer).toMatchObject({
      timeout: {
        redirectUrl: `${merchant.ownUrl}/thanks?cart=7&retCode=SUCCESS&status=0&mchOrderNo=${mchOrderNo}`,
      },
    });
  });

  it('takes no other card, and no UnionPay card is taken elsewhere', async () => {
    const merchant = await startMerchant();
    const unionPay = await merchant.purchase({ channel: 'UPI_EX' });
    const other = await merchant.purchase();

    expect(await merchant.submit(unionPay.secureId, '4242424242424242')).toMatchObject({ state: 'refused' });
    expect(await merchant.submit(other.secureId, inTheApp)).toMatchObject({ state: 'refused' });
  });
});
