import { drawFakeForm, type FakeForm, type FakeFormSetup } from './fakeForm';

/** Keeps the frame as high as its form, where there is a layout. */
function fitHeight(frame: HTMLIFrameElement, form: HTMLFormElement): void {
  const Observer = form.ownerDocument.defaultView?.ResizeObserver;
  if (!Observer) return;
  new Observer(() => {
    frame.style.height = `${Math.ceil(form.getBoundingClientRect().height)}px`;
  }).observe(form);
}

/**
 * Puts an iframe of the page's own origin into `place`, and a card form into the iframe.
 *
 * @returns tells the form that there is an outcome
 */
export function putFakeFrame(place: Element, setup: FakeFormSetup): () => void {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { display: 'block', width: '100%', height: '340px', border: '0' });
  // A frame whose colour scheme differs from its page's is painted on an opaque sheet.
  frame.style.colorScheme = setup.options?.darkMode ? 'dark' : 'light';
  place.append(frame);

  let form: FakeForm | undefined;
  const draw = () => {
    const page = frame.contentDocument;
    if (!page || form?.element.ownerDocument === page) return;
    form = drawFakeForm(page, setup);
    fitHeight(frame, form.element);
  };
  draw();
  // Some browsers give a new frame its page a little later, in place of the one that it began with.
  frame.addEventListener('load', draw);
  // An iframe without an address may never fire this, or has done so before anybody could listen.
  void Promise.resolve().then(() => frame.dispatchEvent(new Event('load')));
  return () => form?.settle();
}
