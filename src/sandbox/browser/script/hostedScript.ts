import {
  sdkWindow,
  type IotPaySdkOptions,
  type IotPayMode,
  type IotPaySdkEvent,
} from '../../../contract/sdk';
import type { ScriptBehaviour } from '../scriptBehaviour';
import { readFrameMessage, writeFrameRequest } from './frameMessages';
import { createMounts } from './mounts';
import { chooseLanguage, sayIn } from '../languages/say';

// The sandbox's stand-in for IOTPay's hosted script. It is as careless as section 1 of docs/gateway-contract.md says that
// the real one may be: no unmount, a message listener that is never taken away, callbacks that may come late or twice.

// The sandbox puts it around the script, for one that is to be like a gateway that was probed.
declare const sandboxBehaviour: ScriptBehaviour | undefined;

const behaviour = typeof sandboxBehaviour === 'undefined' ? undefined : sandboxBehaviour;

/** The real script puts its frame in "at once or a little later": late is what shops forget about. */
const frameDelayMs = 100;

const mounts = createMounts(behaviour);

const { src } = document.currentScript as HTMLScriptElement;
const gateway = new URL(src).origin;

function createFrame(secureId: string, mode: IotPayMode, options: IotPaySdkOptions, id: string) {
  const frame = document.createElement('iframe');
  const query = new URLSearchParams({ key: secureId, mode });
  const request = writeFrameRequest({ shop: window.origin, frame: id, options });
  // Browsers load this again whenever the iframe is taken out of the page and put back.
  frame.src = `${gateway}/cc/frame?${query.toString()}${request}`;
  // As the page inside, which its server hears of in Accept-Language.
  frame.title = sayIn(chooseLanguage(navigator.languages))('Secure card form');
  // About as high as the form will be, which says so itself a little later: the page below is not to jump.
  const height = options.theme === 'card' ? 520 : 400;
  frame.style.cssText = `display:block;width:100%;height:${height}px;border:0`;
  // A frame whose colour scheme differs from its page's is painted on an opaque sheet.
  frame.style.colorScheme = options.darkMode === true ? 'dark' : 'light';
  return frame;
}

sdkWindow().Iotpay = (secureId, mode, givenOptions) => {
  // The shop may change its own object afterwards.
  const options = JSON.parse(JSON.stringify(givenOptions ?? {})) as IotPaySdkOptions;
  return {
    mount(selector: unknown, callback) {
      const element = mounts.find(selector);
      if (!element || !mounts.begin(secureId)) return;

      const id = `iotpay-${Math.random().toString(36).slice(2)}`;
      const frame = createFrame(secureId, mode, options, id);

      window.addEventListener('message', (message) => {
        if (message.origin !== gateway) return;
        const news = readFrameMessage(message.data);
        if (news?.frame !== id) return;
        if ('height' in news) {
          frame.style.height = `${news.height}px`;
          return;
        }
        news.events.forEach((event, index) => {
          setTimeout(() => callback(event as IotPaySdkEvent), news.delayMs + index * 50);
        });
      });

      mounts.keep(secureId, frame);
      if (behaviour?.mountFrame === 'at once') element.append(frame);
      else setTimeout(() => element.append(frame), frameDelayMs);
    },
  };
};
