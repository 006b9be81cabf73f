import { useState } from 'react';
import { useConsole } from '../parts/ConsoleContext';
import { CopyButton } from '../parts/CopyButton';

/** JSON over several lines; anything else, a cut answer for one, as it is. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

interface WireTextProps {
  readonly title: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A message as it went over the wire: laid out to be read, or the very bytes. */
export function WireText({ title, text, headers = {} }: WireTextProps) {
  const { say } = useConsole();
  const [isRaw, setRaw] = useState(false);
  const laidOut = readable(text);
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return (
    <div className="wire">
      <div className="wire-head">
        <h3>{title}</h3>
        {laidOut !== text && (
          <button
            type="button"
            className="button"
            data-kind="small"
            aria-pressed={isRaw}
            onClick={() => setRaw(!isRaw)}
          >
            {say('Raw')}
          </button>
        )}
        <CopyButton text={text} what={title} />
      </div>
      <pre tabIndex={0} role="region" aria-label={title}>
        {head.length > 0 && <span className="wire-headers">{`${head.join('')}\n`}</span>}
        {(isRaw ? text : laidOut) || say('(empty)')}
      </pre>
    </div>
  );
}
