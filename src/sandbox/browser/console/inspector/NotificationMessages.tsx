import type { NotificationEvent } from '../../../consoleApi/events';
import { answerOf } from '../labels/describeEvent';
import { useConsole } from '../parts/ConsoleContext';
import { WireText } from './WireText';

/** A notification and what the shop answered. */
export function NotificationMessages({ event }: { event: NotificationEvent }) {
  const { say } = useConsole();
  const { notifyUrl, body, answer, attempt } = event;
  return (
    <>
      <p className="hint">
        <code>{`POST ${notifyUrl}`}</code> · {attempt === 0 ? say('never sent') : say(`Attempt ${attempt}`)}
      </p>
      <WireText title={say('Notification')} text={body} />
      <WireText
        title={say('The shop’s answer')}
        text={answer.error === undefined ? (answer.answer ?? '') : answerOf(answer)}
        headers={{
          ...(answer.httpStatus !== undefined && { HTTP: String(answer.httpStatus) }),
          ...(answer.contentType !== undefined && { 'content-type': answer.contentType }),
        }}
      />
    </>
  );
}
