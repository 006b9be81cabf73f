import type { EventDetail } from '../../../consoleApi/state';
import type { ConsoleEvent } from '../../../consoleApi/events';
import { Badge } from '../parts/Badge';
import { useConsole } from '../parts/ConsoleContext';

type Signature = NonNullable<EventDetail<ConsoleEvent>['signature']>;

/** How the signature comes about, step by step, as `iotpay verify --explain` prints it. */
export function SignatureSteps({ signature: { isValid, sections } }: { signature: Signature }) {
  const { say } = useConsole();
  return (
    <section className="signature" aria-label={say('Signature')}>
      <div className="wire-head">
        <h3>{say('Signature')}</h3>
        <Badge tone={isValid ? 'good' : 'bad'}>{say(isValid ? 'right' : 'wrong')}</Badge>
      </div>
      <ol lang="en">
        {sections.map(({ title, lines }) => (
          <li key={title}>
            <p>{title}</p>
            <pre tabIndex={0} role="region" aria-label={title}>
              {lines.join('\n')}
            </pre>
          </li>
        ))}
      </ol>
    </section>
  );
}
