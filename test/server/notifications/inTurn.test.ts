import { expect, it, vi } from 'vitest';
import { createLine } from '../../../src/server/notifications/inTurn';

it('forgets a name once nobody waits for it, whatever became of its tasks', async () => {
  const last = new Map<string, Promise<unknown>>();
  const inTurn = createLine(last);
  const tasks = [
    inTurn('a', () => Promise.resolve(1)),
    inTurn('a', () => Promise.reject(new Error('no'))),
    inTurn('a', () => Promise.resolve(3)),
    inTurn('b', () => Promise.reject(new Error('no'))),
  ];
  expect([...last.keys()]).toEqual(['a', 'b']);
  await Promise.allSettled(tasks);
  expect([...last.keys()]).toEqual([]);
});

it('lets nobody overtake who came while an earlier task was still running', async () => {
  const inTurn = createLine();
  const started: string[] = [];
  const finish: (() => void)[] = [];
  const task = (name: string) => () =>
    new Promise<void>((resolve) => {
      started.push(name);
      finish.push(resolve);
    });

  const first = inTurn('a', task('first'));
  const second = inTurn('a', task('second'));
  await vi.waitFor(() => expect(started).toEqual(['first']));
  finish[0]?.();
  await first;
  const third = inTurn('a', task('third'));
  await vi.waitFor(() => expect(started).toContain('second'));
  expect(started).toEqual(['first', 'second']);
  finish[1]?.();
  await second;
  await vi.waitFor(() => expect(started).toEqual(['first', 'second', 'third']));
  finish[2]?.();
  await third;
});
