import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { App } from '../../../../src/sandbox/browser/console/app/App';
import { followSandbox, type Following } from '../../../../src/sandbox/browser/console/core/followSandbox';
import { createPreferences } from '../../../../src/sandbox/browser/console/core/preferences';
import { createRouter, type Router } from '../../../../src/sandbox/browser/console/core/route';
import { chooseConsoleLanguage } from '../../../../src/sandbox/browser/console/languages/consoleLanguage';
import type { fakeSandbox } from './fakeSandbox';

let following: Following | undefined;
let router: Router | undefined;

/** Lets so much time pass, and the page draw what came of it. */
export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** Opens the console at an address and waits until it listens. */
export async function openConsole(sandbox: ReturnType<typeof fakeSandbox>, path = '/') {
  history.replaceState(null, '', path);
  following = followSandbox();
  router = createRouter();
  render(
    <App model={following.model} router={router} preferences={createPreferences(chooseConsoleLanguage)} />,
  );
  await pass(0);
  act(() => sandbox.hello());
  await pass(0);
}

/** jsdom lays nothing out, and its dialogs can't be opened: a window of 600 pixels, and dialogs that are shown. */
export function prepareConsole(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(380);
    HTMLElement.prototype.scrollIntoView = vi.fn();
    HTMLElement.prototype.scrollTo = vi.fn() as typeof HTMLElement.prototype.scrollTo;
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });
  afterEach(() => {
    following?.stop();
    router?.stop();
    vi.unstubAllGlobals();
  });
}
