import { expect, it, vi } from 'vitest';
import { resultOf, startMerchant } from '../merchant';

it('brings everything back that a reset forgot: orders, open forms, cards, faults, clocks, time, events and what was waiting', async () => {
  const merchant = await startMerchant({ clocks: { pendingMs: 60_000 } });
  const { sandbox } = merchant;
  const pending = await merchant.purchase();
  await merchant.submit(pending.secureId, '4000000000000077');
  const open = await merchant.purchase();
  await merchant.saveCard('ada', '4242424242424242');
  sandbox.addFault({ call: 'cc_void', kind: 'cut', times: 3 });
  sandbox.changeClocks({ polls: 3 });
  await sandbox.advance(10_000);
  const before = sandbox.state();

  sandbox.reset();
  expect(sandbox.state()).toMatchObject({
    counts: { orders: 0 },
    faults: [],
    canUndo: true,
    time: { aheadMs: 0 },
  });
  await merchant.purchase();
  await merchant.post('/_sandbox/undo', {});

  const after = sandbox.state();
  expect(after).toMatchObject({
    clocks: before.clocks,
    faults: before.faults,
    counts: { orders: 2 },
    canUndo: false,
  });
  expect(after.time.aheadMs).toBeGreaterThanOrEqual(10_000);
  expect(sandbox.order(pending.mchOrderNo).events.length).toBeGreaterThan(3);
  expect((await merchant.call('cc_querycard', { cardId: 'ada' })).retCode).toBe('SUCCESS');
  expect(resultOf(await merchant.submit(open.secureId, '4242424242424242')).tone).toBe('success');
  await sandbox.advance(120_000);
  await vi.waitFor(() => expect(sandbox.order(pending.mchOrderNo).order.state).toBe('settled'));
  expect((await merchant.post('/_sandbox/undo', {})).status).toBe(409);
});
