import { fireEvent } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { IotPayCard } from '../../src/index';
import { hostedScript, onceEach, pageCounts } from './page';
import { formIs, forms, nextTask, openShop } from './shop';

const innerShop = new URL('innerShop.tsx', import.meta.url).href;

const opened: HTMLElement[] = [];

/** An element of the shop's page outside of React's root. */
function place<Element extends HTMLElement>(element: Element): Element {
  opened.push(element);
  document.body.append(element);
  return element;
}

afterEach(() => {
  for (const element of opened.splice(0)) element.remove();
});

describe.each([true, false])('with StrictMode %s', (strict) => {
  const onSuccess = vi.fn();
  const onError = vi.fn();
  let card: ReactNode;

  beforeEach(async () => {
    vi.clearAllMocks();
    const secureId = await commands.makeSecureId('Pay');
    card = <IotPayCard secureId={secureId} redirect="manual" {...{ onSuccess, onError }} />;
  });

  async function expectPayment(): Promise<void> {
    await commands.payWith('[data-status]', '4242424242424242');
    await formIs('settled');
    expect(onSuccess).toHaveBeenCalledTimes(1);
    expect(pageCounts()).toEqual(onceEach);
  }

  it('takes a payment in a modal dialog that opens later', async () => {
    const { container } = openShop(<dialog>{card}</dialog>, strict);
    await formIs('ready');
    container.querySelector('dialog')?.showModal();
    await expectPayment();
  });

  it('takes a payment in a portal', async () => {
    openShop(createPortal(card, place(document.createElement('aside'))), strict);
    await formIs('ready');
    await expectPayment();
  });

  it('takes a payment in a tab that is hidden first, and keeps its form when the customer leaves the tab', async () => {
    const tab = (display: string) => <section style={{ display }}>{card}</section>;
    const { rerender } = openShop(tab('none'), strict);
    await formIs('ready');
    const before = forms();
    for (const display of ['block', 'none', 'block']) {
      rerender(tab(display));
      await nextTask();
    }
    expect(forms()).toEqual(before);
    await expectPayment();
  });

  it.each<[string, () => Element]>([
    [
      'a shadow root',
      () => {
        const root = place(document.createElement('div')).attachShadow({ mode: 'open' });
        return root.appendChild(document.createElement('div'));
      },
    ],
    [
      'another document, by a portal',
      () => {
        const { contentDocument } = place(document.createElement('iframe'));
        if (!contentDocument) throw new Error('The frame has no document');
        return contentDocument.body;
      },
    ],
  ])('says clearly, in place of the form, that there can be none in %s', async (_where, makePlace) => {
    const there = makePlace();
    openShop(createPortal(card, there), strict);
    await formIs('failed', there);
    const alert = there.querySelector('[role=alert]');
    expect(alert?.textContent).toContain('You have not been charged');
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'container_unreachable' }));

    const retry = alert?.querySelector('button');
    if (retry) fireEvent.click(retry);
    await expect.poll(() => onError.mock.calls.length).toBe(2);
    expect(there.querySelector('iframe')).toBeNull();
    expect(pageCounts()).toMatchObject({ calls: 0, mounts: 0 });
  });
});

describe('a shop in an iframe of its own', () => {
  /** The part of React DevTools that React calls when it loads. */
  const devTools = `
    window.commits = 0;
    window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      isDisabled: false, supportsFiber: true, renderers: new Map(),
      inject(renderer) { this.renderers.set(1, renderer); return 1; },
      onCommitFiberRoot() { window.commits++; },
      onCommitFiberUnmount() {}, onPostCommitFiberRoot() {}, setStrictMode() {}, checkDCE() {},
    };`;

  async function openInnerShop(head = '') {
    const frame = place(document.createElement('iframe'));
    frame.id = 'shop';
    frame.style.cssText = 'width:100%;height:600px';
    const secureId = await commands.makeSecureId('Pay');
    frame.srcdoc = `<!doctype html><script>${head}</script>
      <body data-src="${hostedScript}" data-secure-id="${secureId}"></body><script type="module" src="${innerShop}"></script>`;
    const read = () => frame.contentDocument?.querySelector<HTMLElement>('[data-status]')?.dataset.status;
    await expect.poll(read, { timeout: 10_000 }).toBe('ready');
    return { page: frame.contentWindow as Window & { commits?: number }, read };
  }

  it('loads the script into the document of a shop’s own iframe, and takes a payment there', async () => {
    const { page, read } = await openInnerShop();
    expect(page.document.querySelectorAll('iframe')).toHaveLength(1);
    expect(page.document.querySelectorAll(`script[src="${hostedScript}"]`)).toHaveLength(1);
    expect(pageCounts()).toMatchObject({ scripts: 0, calls: 0 });
    await commands.payWith('[data-status]', '4242424242424242', '#shop');
    await expect.poll(read).toBe('settled');
  });

  it('opens one form with React DevTools looking on', async () => {
    const { page } = await openInnerShop(devTools);
    expect(page.commits).toBeGreaterThan(0);
    expect(page.document.querySelectorAll('iframe')).toHaveLength(1);
  });
});
