import { sdkWindow, type IotPayFactory } from '../../contract/sdk';
import { clientError, type IotPayClientError } from '../error';
import { pageChanged } from '../pageChanges';
import { pause } from '../pause';
import { currentLoad, setCurrentLoad, type ScriptLoad } from './scriptLoad';
import { productionSrc, type IotPayScriptOptions } from './scriptOptions';
import { waitForTag } from './scriptTag';
import { scriptUrl } from './scriptUrl';

async function fetchScript(url: string, options: IotPayScriptOptions): Promise<IotPayFactory> {
  const { retries = 2 } = options;
  for (let attempt = 0; ;) {
    const { Iotpay } = sdkWindow();
    if (Iotpay) return Iotpay;
    const own = [...document.scripts].find((tag) => tag.src === url);
    try {
      return await waitForTag(own ?? document.createElement('script'), url, options);
    } catch (error) {
      // If the page's own tag is dead, it is replaced at once. After a timeout there is no further attempt, because the
      // customer has waited long enough.
      if (own) continue;
      if ((error as IotPayClientError).code !== 'script_unreachable' || attempt >= retries) throw error;
    }
    await pause(500 * 2 ** attempt++ * (0.5 + Math.random()));
  }
}

/** `loadIotPayScript` for callers that have checked that there is a document. */
export async function loadScript({
  src = productionSrc,
  ...options
}: IotPayScriptOptions): Promise<IotPayFactory> {
  const url = scriptUrl(src);
  const current = currentLoad();
  if (current && !current.error) {
    if (current.url !== url) throw clientError('script_conflict', undefined, url);
    return current.script;
  }
  const load: ScriptLoad = { url, script: fetchScript(url, options) };
  setCurrentLoad(load);
  try {
    load.iotpay = await load.script;
    return load.iotpay;
  } catch (error) {
    load.error = error as IotPayClientError;
    throw error;
  } finally {
    pageChanged();
  }
}

/**
 * Loads IOTPay's hosted script, once per page however often it is called; the first call's options count. It uses the
 * page's own tag if there is one. A failed load is forgotten, so that the next call tries again.
 *
 * @returns the `Iotpay` factory that the script defines (docs/gateway-contract.md, section 1)
 * @throws IotPayError `no_document`, `script_url_refused`, `script_conflict`, `script_unreachable`, `script_blocked`,
 *   `script_timeout` or `script_without_global`
 */
export async function loadIotPayScript(options: IotPayScriptOptions = {}): Promise<IotPayFactory> {
  if (typeof document === 'undefined') throw clientError('no_document');
  return loadScript(options);
}
