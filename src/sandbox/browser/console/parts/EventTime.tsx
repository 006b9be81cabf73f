import { formatDateTime } from '../labels/formatTime';
import { useConsole } from './ConsoleContext';

/** When something happened, by the sandbox's time, to the millisecond that orders it among the others. */
export function EventTime({ at }: { at: string }) {
  const { language } = useConsole().preferences;
  const text = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  }).format(new Date(at));
  return (
    <time dateTime={at} title={formatDateTime(at, language)}>
      {text}
    </time>
  );
}
