import { readLimitedText } from '../../server/limitedText';
import { type WebFailure, webFailure } from './webFailure';

/** An answer over HTTP; redirects are not followed. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type WebResult = WebAnswer | { readonly failure: WebFailure };

/** Pages and scripts are shorter. A longer answer is not read to its end. */
const longestBody = 8 * 1024 * 1024;

/** One request, sent once. It never throws. */
export async function request(url: string, init: RequestInit, timeoutMs: number): Promise<WebResult> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await readLimitedText(response.body, longestBody);
    const text = 'text' in body ? body.text : '';
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    return { failure: webFailure(error) };
  }
}

export function isRedirect({ status }: WebAnswer): boolean {
  return status >= 300 && status < 400;
}

/** Whether an answer is an HTML page, even with another content type. */
export function isHtml({ headers, text }: WebAnswer): boolean {
  return /html/i.test(headers.get('Content-Type') ?? '') || /^\s*<(!doctype|html)/i.test(text);
}

/** An address without its query, which may hold something secret. */
export function shown(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
