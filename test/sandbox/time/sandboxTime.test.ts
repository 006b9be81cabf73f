import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandboxTime } from '../../../src/sandbox/time/sandboxTime';

describe('the time of the sandbox', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes with the computer’s until it is moved on, and from there again', async () => {
    const time = createSandboxTime();
    const begun = Date.now();
    expect(time.now()).toBe(begun);

    await time.advance(60_000);

    expect(time.now()).toBe(begun + 60_000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(time.now()).toBe(begun + 65_000);
    expect(time.aheadMs()).toBe(60_000);
  });

  it('lets everything happen that falls due, in its order and at its own time, what begins meanwhile included', async () => {
    const time = createSandboxTime();
    const begun = time.now();
    const happened: [string, number][] = [];
    const note = (what: string) => happened.push([what, time.now() - begun]);
    time.after(3000, () => note('third'));
    time.after(1000, () => {
      note('first');
      time.after(1500, () => note('second'));
    });
    time.after(9000, () => note('later'));

    await time.advance(4000);

    expect(happened).toEqual([
      ['first', 1000],
      ['second', 2500],
      ['third', 3000],
    ]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(happened.at(-1)).toEqual(['later', 9000]);
  });

  it('waits for a shop’s answer before it moves past it, but not for one that never comes', async () => {
    const time = createSandboxTime();
    const answered: string[] = [];
    let answer: () => void = () => undefined;
    time.after(10, () =>
      time.track(new Promise<void>((resolve) => (answer = resolve)).then(() => answered.push('first'))),
    );
    time.after(20, () => answered.push('second'));
    const moving = time.advance(100);
    await vi.advanceTimersByTimeAsync(0);
    expect(answered).toEqual([]);
    answer();
    await moving;
    expect(answered).toEqual(['first', 'second']);

    time.after(10, () => time.track(new Promise(() => undefined)));
    const stuck = time.advance(100);
    await vi.advanceTimersByTimeAsync(1000);
    await stuck;
  });

  it('stands still while it is frozen, but where a pause or a move takes it', async () => {
    const time = createSandboxTime();
    const due = vi.fn();
    time.after(100, due);
    time.freeze(Date.parse('2026-01-01T12:00:00Z'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Date(time.now()).toISOString()).toBe('2026-01-01T12:00:00.000Z');
    expect(due).not.toHaveBeenCalled();

    await time.pause(600);

    expect(new Date(time.now()).toISOString()).toBe('2026-01-01T12:00:00.600Z');
    time.thaw();
    await vi.advanceTimersByTimeAsync(1000);
    expect(new Date(time.now()).toISOString()).toBe('2026-01-01T12:00:01.600Z');
  });

  it('ends a pause that is called off', async () => {
    const time = createSandboxTime();
    const paused = time.pause(60_000);
    const later = vi.fn();
    time.after(50_000, later);

    const called = time.suspend();
    await paused;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(later).not.toHaveBeenCalled();

    time.resume(called);
    await vi.advanceTimersByTimeAsync(0);
    expect(later).toHaveBeenCalledTimes(1);
  });

  it('comes to an end though something begins anew each time', async () => {
    const time = createSandboxTime();
    const again = () => time.after(0, again);
    again();
    const begun = time.now();

    await time.advance(1000);

    expect(time.now()).toBe(begun + 1000);
    time.suspend();
  });
});
