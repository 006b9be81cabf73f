import { describe, expect, it } from 'vitest';
import { freeAddress, startWebServer } from '../../doctor/webServer';
import { setUp } from '../../doctor/setUp';
import { runCommand } from '../runCommand';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';

const order = { payOrderId: 'PC1', mchId: '10000701', mchOrderNo: 'A-1', amount: 2434, currency: 'CAD' };

/** Asks about A-1 at a gateway that gives this answer. */
async function query(answer: object, ...args: string[]) {
  const gateway = await startWebServer((_, response) => response.end(JSON.stringify(answer)));
  return runCommand(['query', 'A-1', '--environment', gateway, ...args], { env: { IOTPAY_KEY: key } });
}

const withOrder = (changes: object) => ({
  retCode: 'SUCCESS',
  retData: { ...order, payType: 'pay', ...changes },
});

describe('iotpay query', () => {
  it.each([
    [{ status: 2, refundable: 2434 }, 0, "Order A-1 is paid ($24.34 CAD): the gateway's status 2 proves it."],
    [
      { status: 3, refundable: 1000 },
      0,
      /is paid .*status 3 proves it\. Of it, \$10\.00 can still be given back\./,
    ],
    [{ status: 2, payType: 'refund', payOrderId: 'RP1' }, 0, /gave money back/],
    [{ status: 9 }, 3, /has failed .*can't be paid any more/],
    [{ status: 0 }, 1, /Nobody knows yet .*don't charge again/],
    [{ status: 1 }, 1, /Nobody knows yet .*status 1 proves nothing/],
    [{}, 1, /Nobody knows yet .*status missing/],
  ])('says what an order with %j proves, and ends with %i', async (changes, code, words) => {
    const result = await query(withOrder(changes));

    expect(result.code).toBe(code);
    expect(result.out).toMatch(words);
  });

  it.each(['pay order does not exist', '订单不存在'])(
    'never takes "%s" for a proof that nothing was paid',
    async (retMsg) => {
      const { code, out } = await query({ retCode: 'FAIL', retMsg });

      expect(code).toBe(1);
      expect(out).toMatch(/no proof that nothing was paid/);
      expect(out).not.toMatch(/\bfailed\b/i);
    },
  );

  it('says that a refusal says nothing about the payment, and repeats the reason', async () => {
    const { code, out } = await query({ retCode: 'FAIL', retMsg: 'Verify sign failed' });

    expect(code).toBe(1);
    expect(out).toMatch(/says nothing about the payment\. It says: "Verify sign failed"/);
  });

  it('prints JSON for programs, without anything secret', async () => {
    const secret = 'ab'.repeat(32);
    const result = await query(
      withOrder({ status: 2, cvv: '123', sign: secret, redirectUrl: secret }),
      '--json',
    );

    expect(JSON.parse(result.out)).toMatchObject({
      mchOrderNo: 'A-1',
      outcome: 'paid',
      order: { payOrderId: 'PC1', status: 2, amount: 2434 },
    });
    for (const hidden of [secret, key, '123']) expect(result.out).not.toContain(hidden);
  });

  it('ends with 2 where no answer came, because that is nobody’s word about the payment', async () => {
    const args = ['query', 'A-1', '--environment', await freeAddress()];

    expect(await runCommand(args, { env: { IOTPAY_KEY: key } })).toMatchObject({ code: 2, out: '' });
  });

  it('asks the sandbox with its published key where none is set', async () => {
    const shop = await setUp();
    const mchOrderNo = await shop.pay();

    const { code, out } = await runCommand(['query', mchOrderNo, '--environment', shop.settings.baseUrl]);

    expect(code).toBe(0);
    expect(out).toMatch(/is paid/);
  });

  it.each([
    [[], /number of an order/],
    [['A-1', 'A-2'], /one order number at most/],
    [['A-1', '--environment', 'https://shop.example'], /takes sandbox, development or production/],
    [['A-1', '--environment', 'development'], /no mchId/],
    [['A-1', '--environment', 'development', '--mch-id', '1'], /no merchant key/],
    [['A-1', '--key', key], /never taken from the command line/],
  ])('refuses %j without repeating a key', async (args, message) => {
    const { code, error } = await runCommand(['query', ...args]);

    expect(code).toBe(2);
    expect(error).toMatch(message);
    expect(error).not.toContain(key);
  });
});
