import { type IotPay, sign } from 'react-iotpay/server';
import { describe, expect, it } from 'vitest';
import type { RefundsView } from '../../examples/checkout/api';
import { credentials, startGateway, type ReceivedCall } from '../server/gateway/gatewayDouble';
import { server } from './freshDatabase';
import { startTestedMerchant } from './merchantOnGateway';
import { sampleOrder, samplePayment } from './sampleOrder';
import { shopDatabaseForFile } from './shopDatabase';
import { unreachableGateway } from './unreachableGateway';

const shop = shopDatabaseForFile();

interface Answers {
  refund?: number | 'cut' | 'refused';
  void?: number | 'cut' | 'refused';
  /** What is said about the refund when it is asked about. */
  query?: number | 'pay order does not exist' | 'system error';
  /** What can still be given back: always this, or each time the next of these. */
  refundable?: number | number[];
  amount?: number;
  /** Calls that don't even leave the shop. */
  broken?: Pick<IotPay, 'refund'>;
}

/** A merchant whose customer has paid 30.00 CAD, and a gateway that answers like this. */
async function start(answers: Answers) {
  const sent: { call: string; mchRefundNo: unknown; refundAmount: unknown }[] = [];
  const gateway = await startGateway((response, { path, fields }: ReceivedCall) => {
    const call = path.split('/').at(-1) ?? '';
    const isQuery = call === 'cc_query';
    if (!isQuery) sent.push({ call, mchRefundNo: fields.mchRefundNo, refundAmount: fields.refundAmount });
    if (fields.mchOrderNo === undefined && isQuery) {
      const payment = {
        payOrderId: fields.payOrderId,
        mchOrderNo: 'A',
        refundable: Array.isArray(answers.refundable)
          ? answers.refundable.shift()
          : (answers.refundable ?? 3000),
      };
      response.end(JSON.stringify({ retCode: 'SUCCESS', retData: { ...payment, status: 2 } }));
      return;
    }
    const said = isQuery ? (answers.query ?? 0) : ((call === 'cc_void' ? answers.void : answers.refund) ?? 2);
    if (said === 'cut') response.destroy();
    else if (typeof said === 'string') response.end(JSON.stringify({ retCode: 'FAIL', retMsg: said }));
    else {
      const mchOrderNo = fields.mchOrderNo ?? fields.mchRefundNo;
      const amount = answers.amount && { amount: answers.amount };
      const retData = { payOrderId: 'RP1', mchOrderNo, payType: 'refund', status: said, ...amount };
      response.end(JSON.stringify({ retCode: 'SUCCESS', retData }));
    }
  });
  const merchant = await startTestedMerchant(shop.database, { ...gateway.client(), ...answers.broken });
  const order = sampleOrder({ customerId: merchant.customerId });
  await shop.orders.create(order);
  await shop.orders.recordPayment(samplePayment(order));
  const path = `/api/orders/${order.mchOrderNo}/refunds`;
  return {
    ...merchant,
    sent,
    giveBack: (amount: string, changes: object = {}) =>
      merchant.call<RefundsView>(path, { refundKey: 'click-number-1', amount, left: 3000, ...changes }),
    refresh: () => merchant.call<RefundsView>(`${path}/refresh`, {}),
    path,
  };
}

const countOf = (sent: { call: string }[], call: string) => sent.filter((one) => one.call === call).length;

/** What the page shows of an order's refunds. */
const shownOf = ({ refunds = [] }: Partial<RefundsView>) =>
  refunds.map(({ kind, amount, state, reason }) => [kind, amount, state, ...(reason ? [reason] : [])]);

describe(`giving money back, on ${server}`, () => {
  it('asks for a part of it in whole cents, once, however late the same click comes again', async () => {
    const answers: Answers = {};
    const { giveBack, sent } = await start(answers);
    const { answer } = await giveBack('10.10');
    expect(answer).toMatchObject({ paid: 3000, refunded: 1010, left: 1990 });
    answers.refundable = 0;
    expect((await giveBack('10.10')).answer).toEqual(answer);
    expect(sent).toMatchObject([{ call: 'cc_refund', refundAmount: 1010 }]);
  });

  it('voids the whole, and refunds it under another number if that is refused', async () => {
    const { giveBack, sent } = await start({ void: 'refused', query: 'pay order does not exist' });
    const { answer } = await giveBack('30');
    expect(shownOf(answer)).toEqual([
      ['void', 3000, 'failed', 'IOTPay says: refused'],
      ['refund', 3000, 'succeeded'],
    ]);
    expect(sent.map(({ call }) => call)).toEqual(['cc_void', 'cc_refund']);
    expect(sent[0]?.mchRefundNo).not.toBe(sent[1]?.mchRefundNo);
  });

  it.each(['void', 'refund'] as const)('sends a %s whose answer is lost once, and asks', async (kind) => {
    const { giveBack, refresh, sent } = await start({ [kind]: 'cut', query: 2 });
    const amount = kind === 'void' ? '30' : '12';
    const lost = await giveBack(amount);
    expect(shownOf(lost.answer)).toMatchObject([[kind, Number(amount) * 100, 'pending']]);
    expect(lost.answer).toMatchObject({ refunded: 0, left: 3000 - Number(amount) * 100 });
    await giveBack(amount);
    expect((await giveBack('1', { refundKey: 'click-number-2', left: lost.answer.left })).answer.code).toBe(
      kind === 'void' ? 'too_much' : 'waiting',
    );
    const { answer } = await refresh();
    expect(shownOf(answer)).toMatchObject([[kind, Number(amount) * 100, 'succeeded']]);
    expect(countOf(sent, `cc_${kind}`)).toBe(1);
    expect(sent).toHaveLength(1);
  });

  it.each(['void', 'refund'] as const)(
    'takes a FAIL to a %s for a no only when that is proved',
    async (kind) => {
      const answers: Answers = { [kind]: 'refused', query: 'system error' };
      const { giveBack, refresh, sent } = await start(answers);
      const amount = kind === 'void' ? '30' : '12';
      expect(shownOf((await giveBack(amount)).answer)).toMatchObject([
        [kind, Number(amount) * 100, 'pending'],
      ]);
      await giveBack(amount);
      for (const query of [0, 1, 'pay order does not exist'] as const) {
        answers.query = query;
        expect(shownOf((await refresh()).answer)).toMatchObject([[kind, Number(amount) * 100, 'pending']]);
      }
      expect(sent).toHaveLength(1);
      answers.query = 2;
      expect(shownOf((await refresh()).answer)).toMatchObject([[kind, Number(amount) * 100, 'succeeded']]);
    },
  );

  it('does not take a FAIL for a no when less can be given back than before', async () => {
    const { giveBack, sent } = await start({
      void: 'refused',
      query: 'pay order does not exist',
      refundable: [3000, 0],
    });
    expect(shownOf((await giveBack('30')).answer)).toEqual([['void', 3000, 'pending']]);
    expect(sent).toHaveLength(1);
  });

  it('gives up a refund of which the gateway has said for an hour that there is none, and not before', async () => {
    const { giveBack, refresh } = await start({ refund: 'cut', query: 'pay order does not exist' });
    await giveBack('12');
    for (const minutes of [0, 30, 29]) {
      await shop.letPass(minutes);
      expect(shownOf((await refresh()).answer)).toEqual([['refund', 1200, 'pending']]);
    }
    await shop.letPass(1);
    const { answer } = await refresh();
    expect(shownOf(answer)).toEqual([['refund', 1200, 'failed', 'The call never reached IOTPay.']]);
    expect(answer.left).toBe(3000);
  });

  it('hears of it by the notification', async () => {
    const { giveBack, call, path, sent, notifyUrl } = await start({ refund: 'cut' });
    await giveBack('12');
    const { mchId, merchantKey } = credentials;
    const mchOrderNo = String(sent[0]?.mchRefundNo);
    const report = { payOrderId: 'RP1', mchId, mchOrderNo, amount: 1200, payType: 'refund', status: 2 };
    const response = await fetch(notifyUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...report, sign: sign(report, merchantKey) }),
    });
    expect([response.status, await response.text()]).toEqual([200, 'success']);
    expect(shownOf((await call<RefundsView>(path)).answer)).toEqual([['refund', 1200, 'succeeded']]);
  });

  it('does not believe a report of another amount', async () => {
    const { giveBack, call, path, problems } = await start({ amount: 1 });
    expect((await giveBack('12')).status).toBe(500);
    expect(String(problems[0])).toContain('not what was asked for');
    expect(shownOf((await call<RefundsView>(path)).answer)).toEqual([['refund', 1200, 'pending']]);
  });

  it('fails where nothing was sent, and leaves all of it to be given back', async () => {
    const { giveBack } = await start({ broken: { refund: (await unreachableGateway()).refund } });
    const { answer } = await giveBack('12');
    expect(shownOf(answer)).toMatchObject([
      ['refund', 1200, 'failed', expect.stringContaining('nothing was sent') as string],
    ]);
    expect(answer.left).toBe(3000);
  });

  it('gives back no more than the gateway says is left, whoever gave the rest', async () => {
    const { giveBack, sent } = await start({ refundable: 1000 });
    expect((await giveBack('10.01')).answer.code).toBe('too_much');
    expect(sent).toEqual([]);
    expect((await giveBack('10')).answer.left).toBe(2000);
  });

  it.each([
    ['more than was paid', { amount: '30.01' }, 409, 'too_much'],
    ['nothing', { amount: '0' }, 400, 'bad_amount'],
    ['a third decimal', { amount: '1.005' }, 400, 'bad_amount'],
    ['no key', { refundKey: undefined }, 400, 'bad_refund'],
  ])('refuses %s', async (_, changes, status, code) => {
    const { giveBack, sent } = await start({});
    const refused = await giveBack('12', changes);
    expect([refused.status, refused.answer.code]).toEqual([status, code]);
    expect(sent).toEqual([]);
  });

  it('is nobody else’s business', async () => {
    const { path, sent } = await start({});
    const stranger = await startTestedMerchant(shop.database, await unreachableGateway());
    const wish = { refundKey: 'click-number-1', amount: '12', left: 3000 };
    expect((await stranger.call(path, wish)).status).toBe(404);
    expect((await stranger.call(path)).status).toBe(404);
    expect(sent).toEqual([]);
  });
});
