import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../src/sandbox/credentials';
import { createGateway } from '../../src/sandbox/gateway';
import { createTrust } from '../../src/sandbox/network/trust';

const card = { number: '4242424242424242', holder: 'Ada Lovelace', expiry: '12/34', code: '123' };

function openOrder(gateway: ReturnType<typeof createGateway>) {
  const entry = gateway.ledger.open(
    { mchId: '1', mchOrderNo: 'A', amount: 100, currency: 'CAD', channel: 'PF_CC' },
    { notifyUrl: 'http://127.0.0.1:1/notify', returnUrl: 'http://127.0.0.1:1/', subject: undefined },
  );
  if (!entry) throw new Error('The order number was used');
  return gateway.sessions.open({ mode: 'Pay', channel: 'PF_CC', entry });
}

describe('the gateway', () => {
  it('keeps a payment that was under way out of the ledger that a reset begins', async () => {
    const gateway = createGateway(readCredentials(), createTrust([]), { bankMs: 5 });
    const { key } = openOrder(gateway);
    const paying = gateway.cashier.submit(key, card);

    gateway.reset();
    openOrder(gateway);

    expect(await paying).toMatchObject({ state: 'finished', tone: 'failed' });
    expect(gateway.ledger.all()).toMatchObject([{ charges: 0, order: { status: 0 } }]);
    expect(gateway.notifier.all()).toEqual([]);
  });
});
