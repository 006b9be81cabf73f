import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { persistError } from './persistError';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process that holds the lock; none if it is gone, or was killed before it could write its number. */
function holderOf(lock: string): number | undefined {
  const pid = Number(readFileSync(lock, 'utf8'));
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
}

/**
 * Keeps two sandboxes from writing one file. A sandbox that was killed leaves its lock behind, which counts no longer.
 *
 * @returns gives the lock back
 * @throws IotPayError `persist_failed` if another sandbox has it.
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw persistError(file, 'be locked', error);
      const holder = holderOf(lock);
      if (holder !== undefined) {
        throw persistError(file, `be used: another sandbox (process ${holder}) writes it`);
      }
      rmSync(lock, { force: true });
    }
  }
  throw persistError(file, 'be locked');
}
