import { scriptPath } from '../contract/urls';
import type { IotPayFactory } from '../contract/sdk';

export interface FakeScript {
  /** From now on the script can't be loaded, as behind a content blocker or without a network. */
  block(): () => void;
  /** From now on the script takes so many milliseconds to load. */
  delay(ms: number): void;
  restore(): void;
}

function isHostedScript(node: unknown): node is HTMLScriptElement {
  return node instanceof HTMLScriptElement && node.src.endsWith(scriptPath);
}

/**
 * Answers for IOTPay's script: a tag that is put into the head for it loads nothing over the network, and then fires
 * `load`, with the global in place, or `error`.
 */
export function installFakeScript(iotpay: IotPayFactory): FakeScript {
  const { head } = document;
  const tags = new Set<HTMLScriptElement>();
  let blocked = false;
  let delayMs = 0;

  function answer(tag: HTMLScriptElement): void {
    if (!tags.has(tag)) return;
    if (!blocked) window.Iotpay = iotpay;
    tag.dispatchEvent(new Event(blocked ? 'error' : 'load'));
  }

  head.append = (...nodes: (Node | string)[]) => {
    for (const tag of nodes.filter(isHostedScript)) {
      // No browser fetches a script of a type that it does not know.
      tag.type = 'text/plain';
      tags.add(tag);
      if (delayMs) setTimeout(() => answer(tag), delayMs);
      else queueMicrotask(() => answer(tag));
    }
    Element.prototype.append.apply(head, nodes);
  };

  return {
    block() {
      blocked = true;
      return () => {
        blocked = false;
      };
    },
    delay(ms) {
      delayMs = ms;
    },
    restore() {
      Reflect.deleteProperty(head, 'append');
      for (const tag of tags) tag.remove();
      tags.clear();
      delete window.Iotpay;
    },
  };
}
