import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOrderNo } from '../../src/server/index';

describe('createOrderNo', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2100-01-01T23:12:56.043Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('makes an order number of at most 30 digits and capital letters, which begins with the time', () => {
    expect(createOrderNo()).toMatch(/^21[0-9]{15}[0-9A-Z]{13}$/);
  });

  it('makes order numbers that sort in the order in which they were made, even more than one counter holds in a millisecond', () => {
    vi.setSystemTime(new Date('2100-02-01T00:00:00Z'));
    const numbers = Array.from({ length: 40_000 }, createOrderNo);
    vi.setSystemTime(new Date('2100-02-01T00:00:01Z'));
    numbers.push(createOrderNo());
    expect([...numbers].sort()).toEqual(numbers);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('keeps the order when the clock is set back', () => {
    vi.setSystemTime(new Date('2100-03-01T00:00:00Z'));
    const before = createOrderNo();
    vi.setSystemTime(new Date('2100-02-28T00:00:00Z'));
    expect(createOrderNo() > before).toBe(true);
  });

  it('makes different order numbers in processes that start in the same millisecond', async () => {
    const otherProcess = async () => {
      vi.resetModules();
      return (await import('../../src/server/orderNo')).createOrderNo();
    };
    vi.setSystemTime(new Date('2100-04-01T00:00:00Z'));
    const numbers = [await otherProcess(), await otherProcess(), await otherProcess()];
    expect(new Set(numbers.map((number) => number.slice(0, 20))).size).toBe(1);
    expect(new Set(numbers).size).toBe(3);
  });
});
