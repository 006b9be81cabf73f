import { findForm } from './customer';
import type { ShopLanguage } from './shop/words';

type Place = Parameters<typeof findForm>[0];

/** What the stories on docs pages are opened with: Storybook plays nothing in an embedded frame. */
export const docsFrameUrl = 'iframe.html?embed=true';

/**
 * Whether this page is a story in the frame of a docs page. It is not played there, because a story that types and presses buttons takes
 * the focus and scrolls the reader's page.
 */
const isInDocs = new URLSearchParams(location.search).has('embed');

/** A checkout moves the focus to what the customer does next. Before the reader has touched the frame, that would move it out of the page. */
function leaveFocusAlone(): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = () => undefined;
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, () => (HTMLElement.prototype.focus = focus), { once: true, capture: true });
  }
}

// Now and not in `stageInDocs`, because a story may move the focus while it is drawn for the first time.
if (isInDocs) leaveFocusAlone();

interface DocsFrameContext {
  canvas: Place;
  globals: { locale?: unknown };
  parameters: { stage?: () => unknown };
}

/** Brings a story on a docs page to the state that it is about, by the gateway's doing alone: its parameter `stage` says how. */
export async function stageInDocs({ canvas, globals, parameters }: DocsFrameContext): Promise<void> {
  if (!isInDocs) return;
  growFrame();
  if (!parameters.stage) return;
  await findForm(canvas, globals.locale as ShopLanguage);
  await parameters.stage();
}

/** Makes the frame as high as the story in it, so that nothing is cut off. */
function growFrame(): void {
  const place = window.frameElement?.parentElement;
  if (!place) return;
  new ResizeObserver(() => {
    place.style.minHeight = `${document.documentElement.scrollHeight}px`;
  }).observe(document.body);
}
