import type { LatestTasks } from './serializeByKey';

// The build puts this file in the place of `./serializeByKey` for Cloudflare Workers and the like.

/**
 * Runs the task at once. Workers forbid one request to wait for work that another request has begun ("Cannot perform
 * I/O on behalf of a different request"). They also run any number of isolates, so waiting in one of them would not
 * separate the tasks.
 */
export function serializeByKey<T>(_latest: LatestTasks, _key: string, task: () => Promise<T>): Promise<T> {
  return task();
}
