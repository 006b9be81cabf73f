import type { IotPayFactory } from 'react-iotpay';

/** How the network answers for IOTPay's script. */
export type Network = 'works' | 'fails' | 'hangs';

export interface ScriptTags {
  /** Answers from now on, and for the tags that wait, unless they are to hang. */
  setNetwork(network: Network): void;
  readonly network: Network;
  /** A tag on the page waits for its script. */
  readonly isLoading: boolean;
  readonly isLoaded: boolean;
  /** Some tag's script has failed or been given up before. */
  readonly hasFailed: boolean;
  /** How many tags for the script are on the page. */
  readonly count: number;
  remove(): void;
}

const page = window as { Iotpay?: IotPayFactory | undefined };

const isHosted = (node: Node): node is HTMLScriptElement =>
  node instanceof HTMLScriptElement && node.src.includes('/cc/iotpaycc.js');

/** Answers for IOTPay's script tags; jsdom itself loads none. */
export function answerScriptTags(factory: IotPayFactory): ScriptTags {
  let network: Network = 'works';
  let hasFailed = false;
  const waiting = new Set<HTMLScriptElement>();
  const seen = new Set<HTMLScriptElement>();

  function answer(): void {
    if (network === 'hangs') return;
    for (const tag of waiting) {
      if (!tag.isConnected) continue;
      waiting.delete(tag);
      if (network === 'fails') hasFailed = true;
      if (network === 'works') page.Iotpay = factory;
      tag.dispatchEvent(new Event(network === 'works' ? 'load' : 'error'));
    }
  }

  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!isHosted(node) || seen.has(node)) continue;
      seen.add(node);
      waiting.add(node);
    }
    answer();
  });
  observer.observe(document, { childList: true, subtree: true });

  const onPage = () => [...waiting].filter((tag) => tag.isConnected);

  return {
    setNetwork(next) {
      network = next;
      answer();
    },
    get network() {
      return network;
    },
    get isLoading() {
      return onPage().length > 0;
    },
    get isLoaded() {
      return !!page.Iotpay;
    },
    get hasFailed() {
      return hasFailed || onPage().length < waiting.size;
    },
    get count() {
      return [...document.scripts].filter(isHosted).length;
    },
    remove() {
      observer.disconnect();
      for (const tag of seen) tag.remove();
      delete page.Iotpay;
    },
  };
}
