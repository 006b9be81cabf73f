import type { CallEvent } from '../../../consoleApi/events';
import { useConsole } from '../parts/ConsoleContext';
import { WireText } from './WireText';

/** A call of the shop's server, and its answer. */
export function CallMessages({ event: { request, answer, durationMs } }: { event: CallEvent }) {
  const { say } = useConsole();
  const status = answer.status === 0 ? say('connection cut') : `HTTP ${answer.status}`;
  return (
    <>
      <p className="hint">
        <code>{`${request.method} ${request.path}`}</code> · {status} · {durationMs} ms
      </p>
      <WireText title={say('Request')} text={request.body} headers={request.headers} />
      <WireText title={say('Answer')} text={answer.body} headers={answer.headers} />
    </>
  );
}
