import type { Gate } from '../gate';
import { createForm, type FakeFormSetup } from './createForm';
import { createUsedPage } from './createUsedPage';
import { formWords } from './formWords';
import { pageStyles } from './pageStyles';
import { touchFrame } from './touchFrame';

export interface FrameSetup extends FakeFormSetup {
  /** BCP 47. */
  locale: string;
  /** Whether the secureId was used. Then there is no form for it any more. */
  isUsed: () => boolean;
  /** The iframe's page has to pass this gate before it arrives. */
  arrival: Gate;
}

export interface FakeFrame {
  isOnPage(): boolean;
  /** Draws the form again, or the error page if the secureId was used meanwhile. */
  redraw(): void;
  /** The customer goes into the form. */
  touch(): void;
  remove(): void;
}

/** Keeps the frame as high as its content, if there is a layout. */
function fitHeight(frame: HTMLIFrameElement, shown: HTMLElement): void {
  const Observer = shown.ownerDocument.defaultView?.ResizeObserver;
  if (!Observer) return;
  new Observer(() => {
    frame.style.height = `${Math.ceil(shown.getBoundingClientRect().height)}px`;
  }).observe(shown);
}

function createFrame(title: string, isDark: boolean): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  Object.assign(frame.style, { display: 'block', width: '100%', height: '340px', border: '0' });
  // If a frame's colour scheme differs from its page's, the browser paints it on an opaque sheet.
  frame.style.colorScheme = isDark ? 'dark' : 'light';
  return frame;
}

/**
 * Puts an iframe of the page's own origin into `place`, and a card form into the iframe. It does so again whenever the
 * iframe is taken out of the page and put back, because browsers then load it again.
 */
export function putFrame(place: Element, setup: FrameSetup): FakeFrame {
  const words = formWords(setup.locale);
  const isDark = setup.options.darkMode === true;
  const frame = createFrame(words.frame, isDark);
  /** The page that the frame has loaded, and the part of it that is drawn again. */
  let loaded: Document | null = null;
  let main: HTMLElement | undefined;

  const isLoaded = (page: Document) => frame.isConnected && frame.contentDocument === page;

  function draw(page: Document): void {
    page.title = words[setup.mode];
    page.documentElement.lang = words.tag;
    page.documentElement.dataset.scheme = isDark ? 'dark' : 'light';
    const style = page.createElement('style');
    style.textContent = pageStyles;
    page.head.append(style);
    main = page.createElement('main');
    page.body.replaceChildren(main);
    redraw();
    fitHeight(frame, main);
  }

  function redraw(): void {
    if (!main) return;
    const page = main.ownerDocument;
    main.replaceChildren(setup.isUsed() ? createUsedPage(page, words) : createForm(page, setup, words));
  }

  function load(): void {
    const page = frame.contentDocument;
    // A browser's own event can come for a page that has its form already.
    if (!page || page === loaded) return;
    loaded = page;
    setup.arrival.pass(() => {
      if (!isLoaded(page)) return;
      draw(page);
      // Not queueMicrotask, which some fake timers stop.
      void Promise.resolve().then(() => isLoaded(page) && frame.dispatchEvent(new Event('load')));
    });
  }

  place.append(frame);
  // An iframe without an address fires its own event at once, later or never, depending on the browser. The page must
  // hear one event for each form, after it had time to listen, so the fake fires that event itself.
  frame.addEventListener('load', (event) => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    load();
  });
  load();
  return {
    isOnPage: () => frame.isConnected,
    redraw,
    touch: () => touchFrame(frame),
    remove: () => frame.remove(),
  };
}
