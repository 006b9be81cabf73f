import { describe, expect, it, vi } from 'vitest';
import { verify } from '../../../src/server/signing/verify';
import { startMerchant, type Json, type Merchant } from '../merchant';

/** On a busy computer a socket takes its time. */
const patience = 4000;

const numbersOf = (merchant: Merchant) => merchant.received.map(({ mchOrderNo }) => mchOrderNo);
const isGood = ({ sandbox }: Merchant, message: Json | undefined) =>
  verify({ ...message }, sandbox.credentials.merchantKey);

async function records(merchant: Merchant) {
  return (await merchant.control('notifications')).notifications as Json[];
}

/** A fault has two ways in: a card of its own, or a control call before an ordinary card. */
const waysIn = (kind: string, card: string) =>
  [
    [`with the card ${card}`, (merchant: Merchant) => merchant.pay({}, card)],
    [
      'by a control call',
      async (merchant: Merchant) => {
        await merchant.control('notifications/faults', { kind });
        return merchant.pay();
      },
    ],
  ] as const;

describe('a notification that is lost', () => {
  it.each(waysIn('lost', '4000000000000408'))('%s is never sent', async (_, pay) => {
    const merchant = await startMerchant();

    expect(await pay(merchant)).toMatchObject({ status: 2 });

    expect(await records(merchant)).toMatchObject([{ state: 'lost', fault: 'lost', attempts: [] }]);
    const next = await merchant.pay();
    await merchant.notified(1);
    expect(numbersOf(merchant)).toEqual([next.mchOrderNo]);
  });
});

describe('a notification that is doubled', () => {
  it.each(waysIn('doubled', '4000000000000416'))('%s comes twice, the same', async (_, pay) => {
    const merchant = await startMerchant();
    await pay(merchant);

    await merchant.notified(2);

    expect(merchant.received[1]).toEqual(merchant.received[0]);
    await vi.waitFor(async () => {
      expect(await records(merchant)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
    }, patience);
  });

  it('comes the second time without waiting for the answer to the first', async () => {
    const merchant = await startMerchant();
    const answers = merchant.holdAnswers();
    await merchant.control('notifications/faults', { kind: 'doubled' });
    await merchant.pay();

    await merchant.notified(2);

    answers.release();
  });
});

describe('a notification that is late', () => {
  it.each(waysIn('late', '4000000000000424'))('%s is overtaken by that of the next order', async (_, pay) => {
    const merchant = await startMerchant({ clocks: { lateNotificationMs: 60_000 } });
    await pay(merchant);
    const next = await merchant.pay();
    await merchant.notified(1);

    expect(numbersOf(merchant)).toEqual([next.mchOrderNo]);
    expect((await records(merchant))[1]).toMatchObject({ state: 'waiting', fault: 'late', attempts: [] });
  });

  it('comes in the end', async () => {
    const merchant = await startMerchant({ clocks: { notifyDelayMs: 60_000, lateNotificationMs: 20 } });
    const { mchOrderNo } = await merchant.pay({}, '4000000000000424');

    await merchant.notified(1);

    expect(numbersOf(merchant)).toEqual([mchOrderNo]);
  });
});

describe('a notification out of order', () => {
  it.each(waysIn('outOfOrder', '4000000000000432'))('%s follows that of the next order', async (_, pay) => {
    const merchant = await startMerchant();
    const first = await pay(merchant);
    const second = await merchant.pay();

    await merchant.notified(2);

    expect(numbersOf(merchant)).toEqual([second.mchOrderNo, first.mchOrderNo]);
  });

  it('lets the refund be told before the payment', async () => {
    const merchant = await startMerchant({ clocks: { settlementMs: 0 } });
    const { payOrderId, mchOrderNo } = await merchant.pay({}, '4000000000000432');
    const { notifyUrl } = merchant;
    await merchant.iotpay.refund({ mchRefundNo: 'R-1', payOrderId, refundAmount: 1, notifyUrl });

    await merchant.notified(2);

    expect(merchant.received).toMatchObject([
      { mchOrderNo: 'R-1', payType: 'refund' },
      { mchOrderNo, payType: 'pay', refundable: 2434 },
    ]);
  });

  it('waits for as long as nothing later is sent: a lost one is not', async () => {
    const merchant = await startMerchant();
    const first = await merchant.pay({}, '4000000000000432');
    const second = await merchant.pay({}, '4000000000000432');
    await merchant.pay({}, '4000000000000408');
    const last = await merchant.pay();

    await merchant.notified(3);

    expect(numbersOf(merchant)[0]).toBe(last.mchOrderNo);
    expect(numbersOf(merchant).slice(1).sort()).toEqual([first.mchOrderNo, second.mchOrderNo].sort());
  });

  it('waits for the answer to the later one', async () => {
    const merchant = await startMerchant();
    const answers = merchant.holdAnswers();
    await merchant.pay({}, '4000000000000432');
    await merchant.pay();
    await merchant.notified(1);

    expect(await records(merchant)).toMatchObject([{ attempts: [] }, { attempts: [], fault: 'outOfOrder' }]);
    answers.release();
    await merchant.notified(2);
  });
});

describe('a notification with a wrong signature', () => {
  it.each(waysIn('wrongSignature', '4000000000000440'))(
    '%s is right at the second attempt',
    async (_, pay) => {
      const merchant = await startMerchant({ clocks: { notifyRetryMs: [0] } });
      merchant.reply.status = 401;
      await pay(merchant);
      await merchant.notified(1);
      merchant.reply.status = 200;

      await merchant.notified(2);

      expect(isGood(merchant, merchant.received[0])).toBe(false);
      expect(isGood(merchant, merchant.received.at(-1))).toBe(true);
      expect({ ...merchant.received[0], sign: '' }).toEqual({ ...merchant.received.at(-1), sign: '' });
      await vi.waitFor(async () => {
        const [record] = await records(merchant);
        expect(record).toMatchObject({ state: 'delivered' });
        expect((record?.attempts as Json[])[0]).toMatchObject({ httpStatus: 401, wrongSignature: true });
        expect((record?.attempts as Json[]).at(-1)).not.toHaveProperty('wrongSignature');
      }, patience);
    },
  );
});
