import { parseSafeUrl } from '../contract/urls';

/**
 * Calls back when the page's Content-Security-Policy refuses something of this URL's origin. A browser may report only
 * the origin.
 *
 * @param directive the directive concerned, or the beginning of its name
 */
export function onPolicyViolation(
  directive: string,
  url: () => string | undefined,
  callback: () => void,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      const origin = parseSafeUrl(url() ?? '')?.origin;
      if (origin && blockedURI.startsWith(origin) && effectiveDirective.startsWith(directive)) callback();
    },
    { signal },
  );
}
