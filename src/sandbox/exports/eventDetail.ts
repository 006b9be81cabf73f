import type { ConsoleEvent } from '../consoleApi/events';
import type { EventDetail } from '../consoleApi/state';
import { refuse } from '../control/refuse';
import { explainMessage, type ExplainedSignature } from '../events/explainMessage';
import { fieldsOf } from '../events/maskWire';
import type { Gateway } from '../gateway';
import { curlOf } from './curl';

/**
 * One event for the inspector: how its signature comes about, and the command line that repeats it.
 *
 * @throws IotPayError `not_found` for an event that there is none of, or that is not kept any more.
 */
export function eventDetail(gateway: Gateway, id: number, url: string): EventDetail<ConsoleEvent> {
  const entry = gateway.journal.find(id);
  if (!entry) throw refuse('not_found', 'id: no such event, or it is not kept any more');
  const { event, detail } = entry;
  const { merchantKey } = gateway.credentials;
  const explain = (body: string) =>
    (detail as ExplainedSignature | undefined) ?? explainMessage(fieldsOf(body), merchantKey);
  if (event.type === 'call') {
    const { request } = event;
    return { event, signature: explain(request.body), curl: curlOf(`${url}${request.path}`, request) };
  }
  if (event.type === 'notification') {
    const { body, notifyUrl } = event;
    return { event, signature: explain(body), curl: curlOf(notifyUrl, { headers: {}, body }) };
  }
  return { event };
}
