import type { CallEvent, ConsoleEvent, NotificationEvent } from '../consoleApi/events';

const nameValue = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** What HTTP Archive 1.2 wants and the sandbox does not measure. */
const unmeasured = { headersSize: -1, bodySize: -1, cookies: [], httpVersion: 'HTTP/1.1' };
const json = 'application/json;charset=UTF-8';

function entryOf(
  event: CallEvent | NotificationEvent,
  url: string,
  sent: string,
  answer: { status: number; type: string; text: string; comment?: string | undefined },
  durationMs: number,
) {
  const { status, type, text, comment } = answer;
  const headers = event.type === 'call' ? event.request.headers : { 'content-type': json };
  return {
    startedDateTime: event.at,
    time: durationMs,
    request: {
      ...unmeasured,
      method: 'POST',
      url,
      headers: nameValue(headers),
      queryString: [],
      postData: { mimeType: json, text: sent },
    },
    response: {
      ...unmeasured,
      status,
      statusText: '',
      headers: nameValue({ 'content-type': type }),
      content: { size: Buffer.byteLength(text), mimeType: type, text },
      redirectURL: '',
    },
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: [event.type, event.mchOrderNo, ...event.wrong, comment].filter(Boolean).join(': '),
  };
}

function harEntry(event: ConsoleEvent, url: string) {
  if (event.type === 'call') {
    const { request, answer, durationMs } = event;
    const type = answer.headers['content-type'] ?? 'text/plain';
    const shown = { status: answer.status, type, text: answer.body };
    return [entryOf(event, `${url}${request.path}`, request.body, shown, durationMs)];
  }
  if (event.type !== 'notification') return [];
  const { httpStatus = 0, answer = '', contentType = 'text/plain', error } = event.answer;
  const shown = { status: httpStatus, type: contentType, text: answer, comment: error };
  return [entryOf(event, event.notifyUrl, event.body, shown, 0)];
}

/** Calls and notifications as an HTTP Archive 1.2, which browsers' own tools open. */
export function exportHar(events: readonly ConsoleEvent[], url: string, version: string): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'react-iotpay sandbox', version },
      entries: events.flatMap((event) => harEntry(event, url)),
    },
  };
}
