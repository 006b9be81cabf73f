import type { FrameMessage, FrameRequest } from '../script/frameMessages';
import type { CardPageResult } from '../pageData';

/** How long the customer sees the result before the page goes back to the shop. */
const readingMs = 1200;

/** Inside the shop's page: keeps the frame as high as its content. */
export function reportHeight(request: FrameRequest): void {
  const root = document.documentElement;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    parent.postMessage({ frame: request.frame, height } satisfies FrameMessage, request.shop);
  }).observe(root);
}

/** Tells the shop: in a frame through the hosted script, on a page of its own by going to `returnUrl`. */
export function tellShop(key: string, finished: CardPageResult, request: FrameRequest | undefined): void {
  const { events, delayMs, redirectUrl } = finished;
  const told = { key, integration: request ? 'frame' : 'page', events };
  // A beacon gets through though the shop may leave its page at once.
  if (events.length > 0) navigator.sendBeacon('/cc/told', JSON.stringify(told));
  if (request) {
    const message: FrameMessage = { frame: request.frame, events, delayMs };
    parent.postMessage(message, request.shop);
  } else if (redirectUrl) {
    setTimeout(() => location.replace(redirectUrl), readingMs + delayMs);
  }
}
