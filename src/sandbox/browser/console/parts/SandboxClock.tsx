import { useSyncExternalStore } from 'react';
import type { ConsoleTime } from '../../../consoleApi/state';
import { sandboxNow } from '../core/clock';
import { formatDateTime } from '../labels/formatTime';
import { useConsole } from './ConsoleContext';

const second = 1000;

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, second);
  return () => clearInterval(timer);
}

/** The sandbox's time as it goes on. */
export function SandboxClock({ time }: { time: ConsoleTime }) {
  const { language } = useConsole().preferences;
  const now = useSyncExternalStore(everySecond, () => Math.floor(Date.now() / second) * second);
  const shown = new Date(sandboxNow(time, now));
  return <time dateTime={shown.toISOString()}>{formatDateTime(shown.getTime(), language)}</time>;
}
