// This import comes first, because React, which the other imports load, has to find it.
import { countRenders } from './countRenders';
import type { ReactCheckout } from '../checkouts/checkout';
import { pendingTimers, watchTimers } from './pendingTimers';
import { Parent, pause, show, type Shown } from './show';
import { witness } from './witness';

export type Props = keyof ReactCheckout;

/** The effects of the parent's renders. */
export interface Rerendered {
  renders: number;
  providerCalls: number;
  domChanges: number;
  lostFrames: number;
}

/** The elements and calls of one showing. */
export interface StageCounts {
  scripts: number;
  creates: number;
  mounts: number;
  frames: number;
}

/** The measurements inside the page, called from outside. */
export interface Stage {
  /** Milliseconds from `root.render()` to the provider's `mount()`, in a root of its own each time. */
  mountTimes(howMany: number): Promise<number[]>;
  /** Shows the checkout until it is closed, for measurements from outside. */
  open(props: Props): Promise<void>;
  rerenderParent(times: number): Promise<void>;
  close(): Promise<void>;
  countRerenders(props: Props, times: number): Promise<Rerendered>;
  showStrictly(scriptUrl: string): Promise<StageCounts>;
  /** Shows the checkout and takes it away again. */
  cycle(howMany: number): Promise<void>;
  /** From here on, timers are watched. */
  watchTimers(): void;
  pendingTimers(): number;
}

declare global {
  interface Window {
    stage: Stage;
  }
}

const providerCalls = () => witness.creates + witness.mounts + witness.updates;

export function openStage(checkout: ReactCheckout): void {
  let opened: Shown | undefined;
  window.stage = {
    async mountTimes(howMany) {
      const times: number[] = [];
      while (times.length < howMany) {
        const shown = await show(checkout.Hoisted);
        times.push(shown.mountMs);
        await shown.close();
      }
      return times;
    },

    async open(props) {
      opened = await show(checkout[props]);
    },
    async rerenderParent(times) {
      await opened?.rerenderParent(times);
    },
    async close() {
      await opened?.close();
    },

    async countRerenders(props, times) {
      const shown = await show(checkout[props]);
      await pause(100);
      const frames = [...shown.container.querySelectorAll('iframe')];
      const callsBefore = providerCalls();
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      const renders = await countRenders([Parent, checkout[props]], () => shown.rerenderParent(times));
      await pause(100);
      observer.disconnect();
      const lostFrames = frames.filter((frame) => !frame.isConnected).length;
      const calls = providerCalls() - callsBefore;
      await shown.close();
      return { renders, providerCalls: calls, domChanges: changes.length, lostFrames };
    },

    async showStrictly(scriptUrl) {
      const { creates, mounts } = witness;
      const shown = await show(checkout.Hoisted, { isStrict: true });
      // Time for all that the second effect does.
      await pause(300);
      const counts = {
        scripts: document.querySelectorAll(`script[src^="${scriptUrl}"]`).length,
        creates: witness.creates - creates,
        mounts: witness.mounts - mounts,
        frames: document.querySelectorAll('iframe').length,
      };
      await shown.close();
      return counts;
    },

    async cycle(howMany) {
      for (let time = 0; time < howMany; time++) {
        const shown = await show(checkout.Hoisted);
        await shown.close();
      }
    },

    watchTimers,
    pendingTimers,
  };
}
