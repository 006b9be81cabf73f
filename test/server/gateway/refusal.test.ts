import { describe, expect, it } from 'vitest';
import { type IotPay, readOrderStatus, type IotPayGatewayError } from '../../../src/server/index';
import { merchantKey, paidOrder, refuseWith, requests, secureId, startGateway } from './gatewayDouble';

type Ask = (iotpay: IotPay) => Promise<unknown>;

const query: Ask = (iotpay) => iotpay.query({ mchOrderNo: 'A-1' });
const queryCard: Ask = (iotpay) => iotpay.queryCard({ cardId: 'card-1' });
const purchase: Ask = (iotpay) => iotpay.purchase(requests.purchase);
const purchaseWithToken: Ask = (iotpay) => iotpay.purchaseWithToken(requests.purchaseWithToken);
const purchaseWithWallet: Ask = (iotpay) => iotpay.purchaseWithWallet(requests.purchaseWithWallet);
const voidPayment: Ask = (iotpay) => iotpay.voidPayment(requests.voidPayment);
const refund: Ask = (iotpay) => iotpay.refund(requests.refund);

/** The error of a call that the gateway refuses with this reason and this data. */
async function refusalOf(ask: Ask, retMsg?: string, retData?: object): Promise<IotPayGatewayError> {
  const gateway = await startGateway({ ...refuseWith(retMsg), ...(retData && { retData }) });
  const error = await ask(gateway.client()).then(
    () => expect.fail('came through'),
    (reason: unknown) => reason as IotPayGatewayError,
  );
  expect(error.name).toBe('IotPayGatewayError');
  expect(gateway.calls).toHaveLength(1);
  return error;
}

describe('a refusal', () => {
  it('carries retCode and retMsg', async () => {
    expect(await refusalOf(purchase, 'mchOrderNo is already used')).toMatchObject({
      code: 'gateway_refused',
      retCode: 'FAIL',
      retMsg: 'mchOrderNo is already used',
      order: undefined,
      message: 'The gateway refused cc_purchase: mchOrderNo is already used.',
    });
  });

  it('may come without a reason', async () => {
    const error = await refusalOf(refund);
    expect(error).toMatchObject({ code: 'gateway_refused', retMsg: undefined });
    expect(error.message).toContain('without giving a reason');
  });

  it.each(['Verify sign failed', '验签失败', '簽名錯誤'])(
    'suggests checking the key when it says %j',
    async (reason) => {
      expect((await refusalOf(query, reason)).message).toMatch(/merchantKey.*environment/);
    },
  );

  it('never repeats a secret that the gateway quotes, nor its line breaks', async () => {
    const gateway = await startGateway((response, { fields }) => {
      const quoted = `bad\r\nsign ${String(fields.sign)} for key=${merchantKey}, session ${secureId}`;
      response.end(JSON.stringify(refuseWith(quoted)));
    });
    await expect(purchase(gateway.client())).rejects.toMatchObject({
      retMsg: 'bad sign [hidden] for key=[hidden], session [hidden]',
    });
  });

  it('never repeats a card number that the gateway quotes', async () => {
    const error = await refusalOf(purchaseWithToken, 'card 4111 1111 1111 1111 is stolen');
    expect(error.retMsg).toBe('card [hidden] is stolen');
    expect(error.message).not.toContain('1111');
  });

  it.each([purchase, refund])('cuts a refusal to a length that fits a log line', async (ask) => {
    expect((await refusalOf(ask, 'no '.repeat(10_000))).message.length).toBeLessThan(450);
  });
});

describe('a card that is not bound', () => {
  it.each([queryCard, purchaseWithToken])(
    'gives card_not_bound its own code if the call names a card',
    async (ask) => {
      expect((await refusalOf(ask, 'cardId is not binding')).code).toBe('card_not_bound');
    },
  );

  it.each([query, purchase, purchaseWithWallet, refund])(
    'calls card_not_bound a plain refusal if the call names no card',
    async (ask) => {
      expect((await refusalOf(ask, 'the terminal is not bound')).code).toBe('gateway_refused');
    },
  );
});

describe('an order that does not exist', () => {
  it('gives a missing order its own code in the answer to query', async () => {
    const error = await refusalOf(query, 'pay order does not exist');
    expect(error).toMatchObject({ code: 'order_not_found', retMsg: 'pay order does not exist' });
    expect(error.message).toContain('says nothing about the payment');
  });

  it('calls a missing order a plain refusal in the answer to refund, which is about another order than its own', async () => {
    expect((await refusalOf(refund, 'pay order does not exist')).code).toBe('gateway_refused');
  });
});

describe('a refusal of a call that moves money', () => {
  const failedOrder = { ...paidOrder, status: 9, refundable: 0, cvv: '123' };

  it.each([purchaseWithToken, purchaseWithWallet])(
    'proves that nothing was paid by the failed order that it carries',
    async (ask) => {
      const error = await refusalOf(ask, 'Do not honour', failedOrder);
      expect(error.code).toBe('gateway_refused');
      expect(readOrderStatus(error.order)).toBe('failed');
      expect(error.order).not.toHaveProperty('cvv');
      expect(error.message).toContain('The order that it made has failed.');
    },
  );

  it.each([voidPayment, refund])('carries the refund that failed', async (ask) => {
    const order = { ...failedOrder, payOrderId: 'RP1', mchOrderNo: 'R-1', payType: 'refund' };
    const error = await refusalOf(ask, 'already refunded', order);
    expect(error.order).toMatchObject({ mchOrderNo: 'R-1', status: 9 });
  });

  it.each([
    ['purchaseWithToken', purchaseWithToken, 'A-1'],
    ['purchaseWithWallet', purchaseWithWallet, 'A-1'],
    ['voidPayment', voidPayment, 'R-1'],
    ['refund', refund, 'R-1'],
  ])('sends the caller of %s to query after a refusal without an order', async (_, ask, number) => {
    const error = await refusalOf(ask, 'System error');
    expect(readOrderStatus(error.order)).toBe('unknown');
    expect(error.message).toContain(
      `That does not prove that no money moved: ask with query({ mchOrderNo: '${number}' })`,
    );
  });

  it.each([0, 1, 2, 3])('takes a refusal for no proof if its order has status %i', async (status) => {
    const error = await refusalOf(purchaseWithToken, 'System error', { ...paidOrder, status });
    expect(error.order?.status).toBe(status);
    expect(error.message).toContain('ask with query');
  });

  it.each([
    ['another order', { ...failedOrder, mchOrderNo: 'B-2' }],
    ["another merchant's order", { ...failedOrder, mchId: '666' }],
    ['no order', {}],
    ['a list', [failedOrder]],
  ])('does not take %s for the order of a refusal', async (_, retData) => {
    const error = await refusalOf(purchaseWithToken, 'System error', retData);
    expect(error.order).toBeUndefined();
    expect(error.message).toContain('ask with query');
  });
});

it('a refusal of a call about a card carries no order', async () => {
  expect((await refusalOf(queryCard, 'no', { ...paidOrder, status: 9 })).order).toBeUndefined();
});
