import { useState } from 'react';
import type { Snippets } from '../../../consoleApi/state';
import { useConsole } from '../parts/ConsoleContext';
import { CopyButton } from '../parts/CopyButton';
import { useFetched } from './useFetched';

const names: Readonly<Record<keyof Snippets, string>> = {
  env: '.env',
  express: 'Express',
  nextjs: 'Next.js',
};
const kinds = Object.keys(names) as (keyof Snippets)[];

/** What a shop needs to talk to this sandbox, to copy. */
export function SnippetBlock() {
  const { say } = useConsole();
  const [kind, setKind] = useState<keyof Snippets>('env');
  const text = useFetched('snippets')?.[kind] ?? '';
  return (
    <section aria-label={say('For your shop')}>
      <h3>{say('For your shop')}</h3>
      <div className="wire-head">
        <div className="segments" role="group" aria-label={say('Show')}>
          {kinds.map((one) => (
            <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {names[one]}
            </button>
          ))}
        </div>
        <CopyButton text={text} what={names[kind]} />
      </div>
      <pre tabIndex={0} role="region" aria-label={names[kind]}>
        {text}
      </pre>
    </section>
  );
}
