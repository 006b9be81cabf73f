import type { LatestTasks } from './serializeByKey';

// The build puts this file in the place of `./serializeByKey` for Cloudflare Workers and the like.

/**
 * Runs the task at once. Workers forbid one request to wait for what another has begun ("Cannot perform I/O on behalf of a different
 * request"), and start as many isolates as they like, so that waiting in one of them would keep nothing apart.
 */
export function serializeByKey<T>(_latest: LatestTasks, _key: string, task: () => Promise<T>): Promise<T> {
  return task();
}
