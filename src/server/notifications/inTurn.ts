/**
 * Runs tasks of the same name one after the other, those of different names side by side. A name that nobody waits for is
 * forgotten, so that the line doesn't grow with every order.
 */
export function createLine(
  last = new Map<string, Promise<unknown>>(),
): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  return async function inTurn<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = last.get(name);
    const result = before ? before.then(task, task) : task();
    last.set(name, result);
    try {
      return await result;
    } finally {
      if (last.get(name) === result) last.delete(name);
    }
  };
}
