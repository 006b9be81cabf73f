/** The latest task of each key that has tasks. */
export type LatestTasks = Map<string, Promise<unknown>>;

/**
 * Runs tasks of the same key one after the other, and tasks of different keys side by side. A key without a waiting
 * task is removed, so that the map doesn't grow with every order.
 */
export async function serializeByKey<T>(
  latest: LatestTasks,
  key: string,
  task: () => Promise<T>,
): Promise<T> {
  const before = latest.get(key);
  const result = before ? before.then(task, task) : task();
  latest.set(key, result);
  try {
    return await result;
  } finally {
    if (latest.get(key) === result) latest.delete(key);
  }
}
