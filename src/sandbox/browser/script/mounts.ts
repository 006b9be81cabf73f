import type { ScriptBehaviour } from '../scriptBehaviour';

/** Decides where forms go, and how a second form for the same `secureId` behaves. */
export interface Mounts {
  /**
   * The element for a form; `undefined` where `mount` does nothing.
   *
   * @throws TypeError where `mount` does not take its argument.
   */
  find(selector: unknown): Element | undefined;
  /**
   * Whether a form may be opened for this `secureId`.
   *
   * @throws TypeError for a second form, where the gateway refuses it so.
   */
  begin(secureId: string): boolean;
  /** Remembers a form's frame. */
  keep(secureId: string, frame: HTMLElement): void;
}

/** The mounts of one page. Without a behaviour it is the strictest one that docs/gateway-contract.md allows. */
export function createMounts(behaviour: ScriptBehaviour | undefined): Mounts {
  const frames = new Map<string, HTMLElement>();

  return {
    find(selector) {
      if (typeof selector === 'string') {
        const element = document.querySelector(selector);
        if (element || behaviour?.mountMissing === 'nothing') return element ?? undefined;
        throw new TypeError(`Iotpay: mount() found nothing for "${selector}"`);
      }
      if (behaviour?.mountElement === 'nothing') return undefined;
      if (behaviour?.mountElement === 'form' && selector instanceof Element) return selector;
      throw new TypeError('Iotpay: mount() takes a CSS selector string');
    },
    begin(secureId) {
      const first = frames.get(secureId);
      if (!first) return true;
      if (behaviour?.twoForms === 'second throws') {
        throw new TypeError('Iotpay: this secureId has a form already');
      }
      if (behaviour?.twoForms === 'second only') first.remove();
      return behaviour?.twoForms !== 'first only';
    },
    keep(secureId, frame) {
      frames.set(secureId, frame);
    },
  };
}
