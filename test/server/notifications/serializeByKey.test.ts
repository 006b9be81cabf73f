import { expect, it, vi } from 'vitest';
import { type LatestTasks, serializeByKey } from '../../../src/server/notifications/serializeByKey';
import * as portable from '../../../src/server/notifications/serializeByKey.portable';

it('forgets a key once no task waits for it, even if its tasks failed', async () => {
  const latest: LatestTasks = new Map();
  const tasks = [
    serializeByKey(latest, 'a', () => Promise.resolve(1)),
    serializeByKey(latest, 'a', () => Promise.reject(new Error('no'))),
    serializeByKey(latest, 'a', () => Promise.resolve(3)),
    serializeByKey(latest, 'b', () => Promise.reject(new Error('no'))),
  ];
  expect([...latest.keys()]).toEqual(['a', 'b']);
  await Promise.allSettled(tasks);
  expect([...latest.keys()]).toEqual([]);
});

it('keeps the order of tasks that come while an earlier task is still running', async () => {
  const latest: LatestTasks = new Map();
  const started: string[] = [];
  const finish: (() => void)[] = [];
  const task = (name: string) => () =>
    new Promise<void>((resolve) => {
      started.push(name);
      finish.push(resolve);
    });

  const first = serializeByKey(latest, 'a', task('first'));
  const second = serializeByKey(latest, 'a', task('second'));
  await vi.waitFor(() => expect(started).toEqual(['first']));
  finish[0]?.();
  await first;
  const third = serializeByKey(latest, 'a', task('third'));
  await vi.waitFor(() => expect(started).toContain('second'));
  expect(started).toEqual(['first', 'second']);
  finish[1]?.();
  await second;
  await vi.waitFor(() => expect(started).toEqual(['first', 'second', 'third']));
  finish[2]?.();
  await third;
});

it('keeps no promise for another request in the build for Workers, which forbid to wait for it', async () => {
  const latest: LatestTasks = new Map();
  const started: string[] = [];
  const hanging = () => new Promise<never>(() => started.push('hanging'));
  void portable.serializeByKey(latest, 'a', hanging);
  await portable.serializeByKey(latest, 'a', async () => started.push('second'));
  expect(started).toEqual(['hanging', 'second']);
  expect(latest.size).toBe(0);
});
