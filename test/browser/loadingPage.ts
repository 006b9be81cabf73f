import { configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { commands } from 'vitest/browser';
import type * as nodeSide from './networkCommands';
import { hostedScript, type CommandOf } from './page';

declare module 'vitest/browser' {
  interface BrowserCommands {
    spoil: CommandOf<typeof nodeSide.spoil>;
    mend: CommandOf<typeof nodeSide.mend>;
    release: CommandOf<typeof nodeSide.release>;
  }
}

export type { ScriptFault } from './networkCommands';

/** A page whose network can be spoilt; each test begins with one that is fine, and with no memory of earlier loads. */
export function withUnreliableNetwork(): void {
  configure({ asyncUtilTimeout: 10_000 });
  beforeEach(() => performance.clearResourceTimings());
  afterEach(() => commands.mend());
}

/** A script tag that the page put in itself. */
export function ownTag(src = hostedScript): HTMLScriptElement {
  const tag = document.createElement('script');
  tag.src = src;
  document.body.append(tag);
  return tag;
}

/** Resolves when the tag's request is over, however it ended. */
export const settled = (tag: HTMLScriptElement) =>
  new Promise((resolve) => {
    tag.addEventListener('load', resolve);
    tag.addEventListener('error', resolve);
  });

/** The first card's, as the page shows it. */
export const cardStatus = () => document.querySelector('[data-status]')?.getAttribute('data-status');
