import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  answering,
  Checkout,
  createTab,
  frames,
  hour,
  minute,
  pass,
  restored,
  show,
  showLikeABrowser,
  sleep,
  statuses,
  touch,
  openPages,
} from './checkoutPage';

const iotpay = openPages();

const mounted = () => iotpay.mounts.map(({ secureId }) => secureId);

describe('when the hour of a secureId is over', () => {
  it('keeps a form that the customer has entered, orders nothing new, and tells its outcome', async () => {
    const request = answering('a', 'b');
    const onSuccess = vi.fn();
    await show(<Checkout request={request} onSuccess={onSuccess} />);
    await pass(59 * minute);
    const [frame] = frames();
    await touch(frame);
    await pass(6 * minute);
    expect([statuses(), frame?.isConnected, frame?.closest('[hidden]')]).toEqual([['ready'], true, null]);
    expect(request).toHaveBeenCalledOnce();
    act(() => iotpay.mounts[0]?.succeed());
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(statuses()).toEqual(['settled']);
  });

  it('renews a form that the customer has not entered', async () => {
    const request = answering('a', 'b');
    await show(<Checkout request={request} />);
    await pass(hour + minute);
    expect([statuses(), mounted(), frames().length]).toEqual([['ready'], ['a', 'b'], 1]);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['from sleep', () => new Event('visibilitychange', { bubbles: true })],
    ['from the back-forward cache', restored],
    ['when the customer comes back to the window', () => new Event('focus')],
  ])('notices the end of a secureId’s hour when the page wakes %s', async (_, event) => {
    const request = answering('a', 'b');
    await show(<Checkout request={request} />);
    await sleep(3 * hour, event());
    expect(request).toHaveBeenCalledTimes(2);
    expect([statuses(), mounted()]).toEqual([['ready'], ['a', 'b']]);
  });

  it('notices the end of a secureId’s hour when the clock was set back meanwhile', async () => {
    const request = answering('a', 'b');
    await show(<Checkout request={request} />);
    vi.setSystemTime(Date.now() - 5 * hour);
    await sleep(0, new Event('focus'));
    await pass(61 * minute);
    expect(mounted()).toEqual(['a', 'b']);
  });

  it('does not open the dead secureId first when the checkout is shown again', async () => {
    const request = answering('a', 'b');
    const tab = createTab();
    await tab.show(<Checkout request={request} />);
    await tab.show(<p>Another page</p>);
    expect(mounted()).toEqual(['a']);
    vi.setSystemTime(Date.now() + 3 * hour);
    await showLikeABrowser(<Checkout request={request} />);
    expect([statuses(), mounted()]).toEqual([['ready'], ['a', 'b']]);
  });

  it('does not open a secureId that came before the script and is over when the script arrives', async () => {
    const request = answering('a', 'b');
    iotpay.delayScript(10 * minute);
    await show(<Checkout request={request} script={{ timeoutMs: hour }} />);
    vi.setSystemTime(Date.now() + 3 * hour);
    await pass(11 * minute);
    expect(mounted()).toEqual(['b']);
  });
});
