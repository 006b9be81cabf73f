import type { ConsoleEvent } from '../../sandbox/index';
import { showInvisible } from '../../server/signing/explain/mask';

const longest = 200;

function what(event: ConsoleEvent): string | undefined {
  switch (event.type) {
    case 'call': {
      const { answer, retCode, retMsg, wrong } = event;
      const status = answer.status === 0 ? 'cut off' : `HTTP ${answer.status}`;
      const result = retCode === undefined || answer.status !== 200 ? status : retCode;
      return [event.call, result, ...(wrong.length > 0 ? wrong : [retMsg])].filter(Boolean).join('  ');
    }
    case 'card':
      return ['card', event.card ?? 'no test card', event.result, event.message].join('  ');
    case 'callback':
      return event.integration === 'page'
        ? 'the customer was sent back to returnUrl'
        : 'the shop’s page was told';
    case 'order':
      return event.change === 'opened' || event.change === 'charged' ? undefined : `order  ${event.change}`;
    case 'notification': {
      const { answer, origin, attempt, acknowledged, wrong } = event;
      const said = answer.error ?? `${answer.httpStatus ?? ''} ${JSON.stringify(answer.answer ?? '')}`;
      const which = origin === 'gateway' ? `attempt ${attempt}` : origin;
      return ['notification', which, acknowledged ? 'acknowledged' : 'refused', said, ...wrong].join('  ');
    }
    case 'fault':
      return `fault  ${event.message}`;
    case 'control':
      return event.action === 'started' ? undefined : event.message;
    case 'form':
      return event.dead === undefined ? 'form opened' : `form opened: ${event.dead}`;
  }
}

/** One line for the terminal about an event, or none if another line tells the same. */
export function eventLine(event: ConsoleEvent): string | undefined {
  const text = what(event);
  if (text === undefined) return undefined;
  const time = event.at.slice(11, 19);
  const line = showInvisible([time, event.mchOrderNo ?? '-', text].join('  '));
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
