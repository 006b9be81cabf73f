/** How long time stands still for a shop that does not answer. */
const patienceMs = 1000;

/** Work that takes real time and is under way. */
export interface Work {
  add(work: Promise<unknown>): void;
  /** Settles once nothing is under way any more, or after a second of real time. */
  done(): Promise<void>;
}

export function createWork(): Work {
  const underWay = new Set<Promise<unknown>>();
  return {
    add(work) {
      const ended = () => void underWay.delete(work);
      underWay.add(work);
      work.then(ended, ended);
    },
    async done() {
      if (underWay.size === 0) return;
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<'too long'>((resolve) => {
        timer = setTimeout(() => resolve('too long'), patienceMs);
      });
      while (underWay.size > 0) {
        const first = await Promise.race([Promise.allSettled([...underWay]), tooLong]);
        if (first === 'too long') break;
      }
      clearTimeout(timer);
    },
  };
}
