import { IotPayError } from '../../contract/error';
import { isLoopback } from '../../contract/urls';

/** The hosts that the sandbox talks to: this computer, and the named ones. */
export interface Trust {
  /** Beside this computer. */
  readonly names: readonly string[];
  trusts(hostname: string): boolean;
}

const hostName = /^(\[[0-9a-f:]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)$/;

/** @throws IotPayError `invalid_config` for a name that is no host name, such as a URL, a port or a `*`. */
export function createTrust(given: readonly string[]): Trust {
  const names = given.map((name) => name.toLowerCase());
  const wrong = names.find((name) => !hostName.test(name));
  if (wrong !== undefined) {
    throw new IotPayError(
      'invalid_config',
      `The sandbox can trust hosts such as 192.168.1.20 or shop, without scheme, port or wildcard; ${JSON.stringify(wrong)} is none.`,
    );
  }
  return {
    names: [...new Set(names)],
    trusts: (hostname) => isLoopback(hostname) || names.includes(hostname.toLowerCase()),
  };
}

/** Whether an absolute URL is on this computer or on a named host. */
export function isTrustedUrl(url: string, trust: Trust): boolean {
  return URL.canParse(url) && trust.trusts(new URL(url).hostname);
}
