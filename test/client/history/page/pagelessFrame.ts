/** The part of jsdom's own record of an element that is used here. */
interface Inner {
  _attach: () => void;
  _detach: () => void;
}

/**
 * An iframe that jsdom opens no window for: it does so for each attachment, which takes 15 ms and a megabyte, and
 * nothing here looks into one. Its `load` event is the caller's to fire.
 */
export function createPagelessFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const inside = Object.getOwnPropertySymbols(frame).find((symbol) => symbol.description === 'impl');
  const inner = inside && (frame as unknown as Record<symbol, Inner>)[inside];
  if (!inner) throw new Error('jsdom keeps its elements’ insides elsewhere now: mend createPagelessFrame.');
  // iframe → frame → element
  let element = Object.getPrototypeOf(inner) as Inner;
  for (let level = 0; level < 2; level++) element = Object.getPrototypeOf(element) as Inner;
  inner._attach = element._attach;
  inner._detach = element._detach;
  return frame;
}
