import type { IotPaySdkOptions } from '../../../contract/sdk';
import { asRecord } from '../../../contract/wire';

/** What the hosted script tells its card page, in the fragment of the page's address: it never reaches a server. */
export interface FrameRequest {
  /** The origin of the shop's page: the only one that the card page speaks to. */
  shop: string;
  /** Tells this frame's messages from those of others on the same page. */
  frame: string;
  options: IotPaySdkOptions;
}

/** What the card page tells the hosted script. */
export type FrameMessage =
  { frame: string; height: number } | { frame: string; events: unknown[]; delayMs: number };

export function writeFrameRequest(request: FrameRequest): string {
  return `#${encodeURIComponent(JSON.stringify(request))}`;
}

/** Reads the fragment; `undefined` on a page that stands for itself. */
export function readFrameRequest(fragment: string): FrameRequest | undefined {
  try {
    const request = asRecord(JSON.parse(decodeURIComponent(fragment.slice(1))));
    if (typeof request.shop !== 'string' || typeof request.frame !== 'string') return undefined;
    return { shop: request.shop, frame: request.frame, options: asRecord(request.options) };
  } catch {
    return undefined;
  }
}

/** Reads a message that may have come from anywhere. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const message = asRecord(data);
  if (typeof message.frame !== 'string') return undefined;
  const { frame, height, events, delayMs } = message;
  if (typeof height === 'number') return { frame, height };
  if (!Array.isArray(events) || typeof delayMs !== 'number') return undefined;
  return { frame, events, delayMs };
}
