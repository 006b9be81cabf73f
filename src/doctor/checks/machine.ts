import { type Finding, failed, passed, unknown } from '../finding';
import type { DoctorSettings } from '../settings';

const oldestNode = 20;

/** The version of Node, which the server entry and the sandbox need. */
export function checkNode(version: string = process.versions.node): Finding {
  if (Number.parseInt(version, 10) >= oldestNode) return passed('node', `Node ${version}`);
  return failed(
    'node',
    'node_too_old',
    `Node ${version} is too old.`,
    `Install Node ${oldestNode} or later, on the shop's server too.`,
  );
}

const proxyVariables = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

/** Proxy variables: many programs obey them, and Node's `fetch` only if it is told to. Their values may hold a password. */
export function checkProxy({ env }: Pick<DoctorSettings, 'env'>): Finding {
  const set = proxyVariables
    .flatMap((name) => [name, name.toLowerCase()])
    .filter((name) => (env[name] ?? '').trim() !== '');
  if (set.length === 0) return passed('proxy', 'No proxy variable is set.');
  if (env.NODE_USE_ENV_PROXY === '1') {
    return unknown(
      'proxy',
      `${set.join(', ')} is set, and NODE_USE_ENV_PROXY makes newer versions of Node obey it.`,
    );
  }
  return unknown(
    'proxy',
    `${set.join(', ')} is set, but Node's fetch does not obey it.`,
    'If the gateway can only be reached through that proxy, give createIotPay a fetch that uses it.',
  );
}
