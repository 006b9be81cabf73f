import { isLocal, parseSafeUrl } from '../../contract/urls';
import { clientError } from '../error';

/**
 * The absolute URL to load IOTPay's script from. The script can read every card that is typed, so only IOTPay's own hosts pass, and
 * loopback hosts for the sandbox. `allowLocalNetworkSandbox` adds those of the local network, in development only.
 *
 * @throws IotPayError `script_url_refused`
 */
export function scriptUrl(src: string): string {
  const url = parseSafeUrl(src);
  if (url && (isLocal(url.hostname) || url.hostname.endsWith('.iotpaycloud.com'))) return url.href;
  throw clientError('script_url_refused');
}
