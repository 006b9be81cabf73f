import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  Activity,
  answering,
  Checkout,
  createTab,
  frames,
  plainCard,
  press,
  letPageRest,
  statuses,
  openPages,
} from './checkoutPage';

const iotpay = openPages();

/** Comes to the checkout, has the payment end, leaves, and comes back. */
async function comeBackAfter(end: () => void, page: () => React.ReactElement): Promise<void> {
  const tab = createTab();
  await tab.show(page());
  act(end);
  await tab.show(<p>Another page</p>);
  await tab.show(page());
}

describe('a payment that is shown again after its outcome', () => {
  it.each([
    ['paid', () => iotpay.succeed()],
    ['undecided', () => iotpay.timeout()],
    ['declined', () => iotpay.fail()],
  ])('does not open a settled payment again when it was %s, for a plain string', async (_, end) => {
    await comeBackAfter(end, () => plainCard({ secureId: 'a' }));
    expect(statuses()).toEqual(['settled']);
    expect([iotpay.mounts.length, frames().length]).toEqual([1, 0]);
  });

  it('does not open a settled payment again when only React’s key has changed', async () => {
    const tab = createTab();
    await tab.show(<div key="1">{plainCard({ secureId: 'a' })}</div>);
    act(() => iotpay.succeed());
    await tab.show(<div key="2">{plainCard({ secureId: 'a' })}</div>);
    expect([statuses(), iotpay.mounts.length]).toEqual([['settled'], 1]);
  });

  it.each([
    ['paid', () => iotpay.succeed()],
    ['undecided', () => iotpay.timeout()],
  ])('asks for no new secureId when the payment was %s, for useSecureId', async (_, end) => {
    const request = answering('a', 'b');
    await comeBackAfter(end, () => <Checkout request={request} />);
    expect([statuses(), iotpay.mounts.length]).toEqual([['settled'], 1]);
    expect(request).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks for a new secureId after a decline only when the customer tries another card', async () => {
    const request = answering('a', 'b');
    await comeBackAfter(
      () => iotpay.fail(),
      () => <Checkout request={request} />,
    );
    expect([statuses(), request.mock.calls.length, iotpay.mounts.length]).toEqual([['settled'], 1, 1]);
    await press('Try another card');
    expect(statuses()).toEqual(['ready']);
    expect(iotpay.mounts.map(({ secureId }) => secureId)).toEqual(['a', 'b']);
  });
});

describe('an outcome that comes while no card shows the payment', () => {
  it('tells an outcome that came while no card showed the payment to the next card, once', async () => {
    const onSuccess = vi.fn();
    const tab = createTab();
    await tab.show(plainCard({ secureId: 'a', onSuccess }));
    await tab.show(<p>Another page</p>);
    act(() => iotpay.succeed({ mchOrderNo: 'A' }));
    await letPageRest();
    expect(onSuccess).not.toHaveBeenCalled();
    await tab.show(plainCard({ secureId: 'a', onSuccess }));
    await tab.show(<p>Another page</p>);
    await tab.show(plainCard({ secureId: 'a', onSuccess }));
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ order: expect.objectContaining({ mchOrderNo: 'A' }) as unknown }),
    );
  });

  it('tells an outcome when the card that an Activity has hidden is shown again', async () => {
    const onSuccess = vi.fn();
    const tab = createTab();
    const page = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>{plainCard({ secureId: 'a', onSuccess })}</Activity>
    );
    await tab.show(page('visible'));
    await tab.show(page('hidden'));
    act(() => iotpay.succeed());
    await tab.show(page('visible'));
    expect(onSuccess).toHaveBeenCalledOnce();
    expect([statuses(), iotpay.mounts.length]).toEqual([['settled'], 1]);
  });

  it('tells an outcome at once to another card that shows the payment by then', async () => {
    const first = vi.fn();
    const second = vi.fn();
    const tab = createTab();
    await tab.show(plainCard({ secureId: 'a', onSuccess: first }));
    await tab.show(<div>{plainCard({ secureId: 'a', onSuccess: second })}</div>);
    act(() => iotpay.mounts[0]?.succeed());
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    expect(iotpay.mounts).toHaveLength(1);
  });
});

it('removes the form of a declined payment, and reports its later outcomes as repeated', async () => {
  const heard = { onSuccess: vi.fn(), onFail: vi.fn(), onIgnoredOutcome: vi.fn() };
  const tab = createTab();
  await tab.show(plainCard({ secureId: 'a', ...heard }));
  act(() => iotpay.fail());
  await letPageRest();
  expect(frames()).toEqual([]);
  act(() => iotpay.succeed());
  expect([heard.onFail.mock.calls.length, heard.onSuccess.mock.calls.length]).toEqual([1, 0]);
  expect(heard.onIgnoredOutcome).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ status: 'success' }),
    'repeated',
  );
});

it.each([
  [
    'an order that is paid',
    { result: 'FAIL', detail: { retCode: 'FAIL', retMsg: 'declined', retData: order(2) } },
  ],
  [
    'an order that is pending',
    { result: 'FAIL', detail: { retCode: 'FAIL', retMsg: 'declined', retData: order(0) } },
  ],
  ['an order of unknown status', { result: 'FAIL', detail: { retCode: 'FAIL', retData: order(1) } }],
  ['a timeout with a full stop', { result: 'FAIL', message: 'Timeout.' }],
  ['a timeout with white space', { result: 'FAIL', message: ' Timeout ' }],
])('takes a FAIL with %s for unknown', async (_, event) => {
  const heard = { onFail: vi.fn(), onTimeout: vi.fn() };
  await createTab().show(plainCard({ secureId: 'a', ...heard }));
  act(() => iotpay.emit(event));
  expect(heard.onFail).not.toHaveBeenCalled();
  expect(heard.onTimeout).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ status: 'unknown' }));
});

function order(status: number) {
  return { payOrderId: 'P1', mchOrderNo: 'A', amount: 1999, currency: 'CAD', status };
}
