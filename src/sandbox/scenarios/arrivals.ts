/** Waits until the next call has reached the gateway, so that calls can be begun one by one and answered together. */
export interface Arrivals {
  tell(): void;
  next(): Promise<void>;
}

export function createArrivals(): Arrivals {
  let waiting: (() => void)[] = [];
  return {
    tell() {
      const told = waiting;
      waiting = [];
      for (const resolve of told) resolve();
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
  };
}
