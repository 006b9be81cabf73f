import { IotPayError } from '../../contract/error';

/**
 * Waits for a task, but no longer than the limit. The task itself goes on. It can ask `isOver` whether the limit has
 * passed, and its later result is dropped.
 *
 * @throws IotPayError `timeout`, or the error that the task throws in time
 */
export function withTimeLimit<T>(ms: number, task: (isOver: () => boolean) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      reject(
        new IotPayError(
          'timeout',
          `The shop's functions took longer than ${ms} ms (handlerTimeoutMs). They may still be running, and the notification comes again: ` +
            'be idempotent on payOrderId.',
        ),
      );
    }, ms);
    task(() => over)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
