import { StrictMode, useReducer, type ComponentType, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { witness } from './witness';

/** A checkout on the page, below a parent that can render again. */
export interface Shown {
  container: HTMLElement;
  /** From `root.render()` to the provider's `mount()`, in milliseconds. */
  mountMs: number;
  /** Renders the parent this many times, including effects. */
  rerenderParent: (times: number) => Promise<void>;
  close: () => Promise<void>;
}

let rerender: () => void;

export function Parent({ Checkout }: { Checkout: ComponentType }): ReactElement {
  const [, next] = useReducer((count: number) => count + 1, 0);
  // eslint-disable-next-line react-hooks/globals -- always the same function, and one parent at a time
  rerender = next;
  return <Checkout />;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Shows a checkout in a root of its own, and waits for its form. */
export async function show(Checkout: ComponentType, { isStrict = false } = {}): Promise<Shown> {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const parent = <Parent Checkout={Checkout} />;
  const mounted = witness.nextMount();
  const start = performance.now();
  root.render(isStrict ? <StrictMode>{parent}</StrictMode> : parent);
  const mountMs = (await mounted) - start;
  return {
    container,
    mountMs,
    async rerenderParent(times) {
      for (let time = 0; time < times; time++) flushSync(rerender);
      // Microtasks that the effects have started belong to the render.
      await Promise.resolve();
    },
    async close() {
      root.unmount();
      container.remove();
      await pause(0);
    },
  };
}
