import type { DeliveryAttempt } from '../../../consoleApi/notifications';
import { answerOf } from '../labels/describeEvent';
import { useConsole } from '../parts/ConsoleContext';

/** The shop's answers to notifications that were sent by hand. A screen reader announces them. */
export function ShopAnswers({ attempts }: { attempts: readonly DeliveryAttempt[] }) {
  const { say } = useConsole();
  return (
    <div role="status" aria-label={say('The shop’s answer')}>
      {attempts.map((attempt, place) => (
        <p className="answer" key={place}>
          <span>{say('The shop answered:')}</span> <code>{answerOf(attempt)}</code>
        </p>
      ))}
    </div>
  );
}
