import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimit } from '../../../../src/server/notifications/problems/rateLimit';

describe('a rate limit', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => vi.useRealTimers());

  const takeAll = (limit: { take: () => boolean }) => {
    let taken = 0;
    while (limit.take()) taken += 1;
    return taken;
  };

  it('lets a burst through, then one for each interval, and saves up no more than a burst', () => {
    const limit = createRateLimit(3, 1000);
    expect(takeAll(limit)).toBe(3);
    vi.advanceTimersByTime(999);
    expect(takeAll(limit)).toBe(0);
    vi.advanceTimersByTime(1);
    expect(takeAll(limit)).toBe(1);
    vi.advanceTimersByTime(1500);
    expect(takeAll(limit)).toBe(1);
    vi.advanceTimersByTime(500);
    expect(takeAll(limit)).toBe(1);
    vi.advanceTimersByTime(1_000_000);
    expect(takeAll(limit)).toBe(3);
  });

  it('says whether it is open without taking', () => {
    const limit = createRateLimit(1, 1000);
    expect([limit.isOpen(), limit.isOpen(), limit.take(), limit.isOpen()]).toEqual([true, true, true, false]);
  });

  it('opens again after the clock was set back', () => {
    const limit = createRateLimit(1, 1000);
    takeAll(limit);
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(takeAll(limit)).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(takeAll(limit)).toBe(1);
  });
});
