import { describe, expect, it, vi } from 'vitest';
import { createRefundsInPostgres } from '../../examples/checkout/server/refundsInPostgres';
import { answerWith, startGateway } from '../server/gateway/gatewayDouble';
import { server } from './freshDatabase';
import { startTestedMerchant } from './merchantOnGateway';
import { sampleOrder, samplePayment, sampleRefund } from './sampleOrder';
import { shopDatabaseForFile } from './shopDatabase';

const shop = shopDatabaseForFile();

/** A refund that was stored by a server which was then killed, whose time to be asked about has come. */
async function leaveRefund() {
  const order = sampleOrder();
  await shop.orders.create(order);
  await shop.orders.recordPayment(samplePayment(order));
  const refund = sampleRefund({ mchOrderNo: order.mchOrderNo });
  await createRefundsInPostgres(shop.database).open(refund, 3000);
  await shop.database.query('UPDATE refunds SET next_check_at = now() WHERE mch_refund_no = $1', [
    refund.mchRefundNo,
  ]);
  return refund;
}

describe(`the merchant server, on ${server}`, () => {
  it.each([
    [2, 'succeeded'],
    [9, 'failed'],
  ])('settles a refund that nobody waits for: status %i is %s', async (status, state) => {
    const { mchRefundNo } = await leaveRefund();
    const gateway = await startGateway(
      answerWith({ payOrderId: 'RP1', mchOrderNo: mchRefundNo, amount: 3000, payType: 'refund', status }),
    );
    await startTestedMerchant(shop.database, gateway.client(), 10);
    const refunds = createRefundsInPostgres(shop.database);
    await vi.waitFor(async () => expect((await refunds.find(mchRefundNo))?.state).toBe(state), 10_000);
    expect(gateway.calls.map(({ path }) => path)).toEqual(['/v3/cc_query']);
  });
});
