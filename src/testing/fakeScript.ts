import { sdkWindow, type IotPayFactory } from '../contract/sdk';
import { scriptPath } from '../contract/urls';
import { createGate } from './gate';

export interface FakeScript {
  /** From now on the script can't be loaded, as behind a content blocker or without a network. */
  block(): () => void;
  /** From now on the script neither loads nor fails, until what this returns is called: then it does. */
  hang(): () => void;
  /** From now on the script takes so many milliseconds to load. */
  delay(ms: number): void;
  /** Leaves the page as it was found. */
  restore(): void;
}

function isHosted(url: string): boolean {
  const [address = ''] = url.split(/[?#]/, 1);
  return address.endsWith(scriptPath);
}

const isHostedScript = (node: unknown): node is HTMLScriptElement =>
  node instanceof HTMLScriptElement && isHosted(node.src);

/** `preloadIotPay` and its like: a download ahead of time, or a connection to IOTPay's host. */
const isHint = (node: unknown): node is HTMLLinkElement =>
  node instanceof HTMLLinkElement && (isHosted(node.href) || /\.iotpaycloud\.com\/?$/.test(node.href));

/** The ways into the head: this library's own, React's, and other loaders'. */
const waysIn = ['append', 'appendChild', 'insertBefore'] as const;

/**
 * Answers for IOTPay's script: a tag that is put into the head for it loads nothing over the network, and then fires
 * `load`, with the global in place, or `error`. What the page has of the real script steps aside meanwhile.
 */
export function installFakeScript(iotpay: IotPayFactory): FakeScript {
  const { head } = document;
  const tags = new Set<HTMLScriptElement>();
  const arrival = createGate();
  let blocked = false;
  let delayMs = 0;

  const real = sdkWindow().Iotpay;
  if (real) delete sdkWindow().Iotpay;
  const aside = [...document.scripts].filter(isHostedScript).map((tag) => {
    const placeholder = document.createComment('');
    tag.replaceWith(placeholder);
    return { tag, placeholder };
  });

  function answer(tag: HTMLScriptElement): void {
    if (!tags.has(tag)) return;
    if (!blocked) sdkWindow().Iotpay = iotpay;
    tag.dispatchEvent(new Event(blocked ? 'error' : 'load'));
  }

  function keepFromNetwork(node: unknown): void {
    if (isHint(node)) node.removeAttribute('href');
    if (!isHostedScript(node)) return;
    // No browser fetches a script of a type that it does not know.
    node.type = 'text/plain';
    tags.add(node);
    const arrive = () => arrival.pass(() => answer(node));
    if (delayMs) setTimeout(arrive, delayMs);
    // Not queueMicrotask: some fake timers stop that, too.
    else void Promise.resolve().then(arrive);
  }

  for (const way of waysIn) {
    const original = Element.prototype[way] as (...nodes: unknown[]) => unknown;
    Object.defineProperty(head, way, {
      configurable: true,
      value(...nodes: unknown[]) {
        nodes.forEach(keepFromNetwork);
        return original.apply(head, nodes);
      },
    });
  }

  return {
    block() {
      blocked = true;
      return () => {
        blocked = false;
      };
    },
    hang: () => arrival.close(),
    delay(ms) {
      delayMs = ms;
    },
    restore() {
      for (const way of waysIn) Reflect.deleteProperty(head, way);
      for (const tag of tags) tag.remove();
      tags.clear();
      delete sdkWindow().Iotpay;
      for (const { tag, placeholder } of aside) placeholder.replaceWith(tag);
      if (real) sdkWindow().Iotpay = real;
    },
  };
}
