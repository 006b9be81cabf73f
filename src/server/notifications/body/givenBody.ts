import { isJsonObject } from '../../../contract/wire';
import { decode } from '../../limitedText';
import type { NotificationBody } from './notificationBody';

/** Headers by name, in any case, as Node, Lambda, Fastify and Koa give them. */
export type NotificationHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A body that other code has received: as text, as bytes, or as the fields that a parser made of it. */
export function readGivenBody(body: unknown, headers: NotificationHeaders, limit: number): NotificationBody {
  if (body === undefined || body === null) return { text: '' };
  if (typeof body === 'string') return readText(body, limit);
  if (body instanceof Uint8Array) return body.byteLength > limit ? { fault: 'too_large' } : decode([body]);
  if (!isJsonObject(body)) return { fault: 'no_object' };
  // The size of a parsed body is no longer known, so the announced length counts.
  return announcedLength(headers) > limit ? { fault: 'too_large' } : { fields: body };
}

function readText(text: string, limit: number): NotificationBody {
  // A text never has fewer bytes than characters, and at most three times as many, so most texts need no counting.
  const isTooLarge = text.length > limit || (text.length * 3 > limit && utf8.encode(text).length > limit);
  return isTooLarge ? { fault: 'too_large' } : { text };
}

const utf8 = new TextEncoder();

function announcedLength(headers: NotificationHeaders): number {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'content-length');
  return name === undefined ? NaN : Number(headers[name]);
}
