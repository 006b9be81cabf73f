import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useCard } from '../comingApi';
import { createPagelessFrame } from '../history/page/pagelessFrame';
import {
  createTab,
  frames,
  pass,
  plainCard,
  press,
  letPageRest,
  show,
  statuses,
  touch,
  openPages,
  installOwnSdk,
} from './checkoutPage';

openPages();

describe('an iframe that never fires load', () => {
  it('reports form_timeout after 15 seconds without a load event, and shows the same iframe again at a retry', async () => {
    const mount = installOwnSdk((host) => host.append(createPagelessFrame()));
    const onError = vi.fn();
    await show(plainCard({ secureId: 'a', onError }));
    const [frame] = frames();
    await pass(14_000);
    expect(statuses()).toEqual(['loading']);
    await pass(2000);
    expect(statuses()).toEqual(['failed']);
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'form_timeout' }));
    await press('Try again');
    expect([frames(), mount.mock.calls.length]).toEqual([[frame], 1]);
    act(() => void frame?.dispatchEvent(new Event('load')));
    await letPageRest();
    expect(statuses()).toEqual(['ready']);
  });

  it('calls an iframe without a load event ready if the customer is in the form', async () => {
    const mount = installOwnSdk((host) => host.append(createPagelessFrame()));
    const onError = vi.fn();
    const onTouched = vi.fn();
    await show(plainCard({ secureId: 'a', onError, onTouched }));
    const [frame] = frames();
    await touch(frame);
    await pass(20_000);
    expect([statuses(), frames(), onError.mock.calls.length, mount.mock.calls.length]).toEqual([
      ['ready'],
      [frame],
      0,
      1,
    ]);
    expect(onTouched).toHaveBeenCalledOnce();
  });

  it('calls an iframe ready when its load event comes after the failure', async () => {
    installOwnSdk((host) => host.append(createPagelessFrame()));
    await show(plainCard({ secureId: 'a', onError: vi.fn() }));
    const [frame] = frames();
    await pass(16_000);
    expect(statuses()).toEqual(['failed']);
    act(() => void frame?.dispatchEvent(new Event('load')));
    await letPageRest();
    expect(statuses()).toEqual(['ready']);
  });
});

it('waits without an error while the shop has taken the container away', async () => {
  const onError = vi.fn();
  installOwnSdk((host) => host.append(createPagelessFrame()));
  function Drawer({ secureId, isOpen }: { secureId: string; isOpen: boolean }) {
    const { containerRef } = useCard({ secureId, onError });
    return isOpen && <div ref={containerRef} />;
  }
  const tab = createTab();
  await tab.show(<Drawer secureId="a" isOpen />);
  await tab.show(<Drawer secureId="a" isOpen={false} />);
  await tab.show(<Drawer secureId="b" isOpen={false} />);
  expect([frames(), onError.mock.calls]).toEqual([[], []]);
  await tab.show(<Drawer secureId="b" isOpen />);
  expect([frames().length, onError.mock.calls]).toEqual([1, []]);
});

it('says once when the customer first enters the form', async () => {
  installOwnSdk((host) => host.append(createPagelessFrame()));
  const onTouched = vi.fn();
  await show(plainCard({ secureId: 'a', onTouched }));
  expect(onTouched).not.toHaveBeenCalled();
  await touch(frames()[0]);
  act(() => frames()[0]?.blur());
  await touch(frames()[0]);
  expect(onTouched).toHaveBeenCalledOnce();
});
