import { IotPayError } from '../../contract/error';
import { developmentUrl, parseSafeUrl, productionUrl } from '../../contract/urls';
import { countCharacters } from '../signing/characters';
import { type MerchantKeys, readKeys } from '../signing/keys';
import type { ExchangeHook } from './onExchange';
import { longestPauseMs, type ReadRetries, type ResolvedRetries } from './retry';

/** The gateway to talk to: one of IOTPay's own two, or a base URL, such as the local sandbox's. */
export type IotPayEnvironment = 'production' | 'development' | { readonly baseUrl: string };

/** The settings of `createIotPay`. IOTPay issues the credentials; keep them in environment variables. */
export interface IotPayConfig {
  /**
   * Required, so that a shop never charges real cards by accident. A `baseUrl` is `https:`, or `http:` on a loopback
   * host.
   */
  environment: IotPayEnvironment;
  mchId: string;
  /** At most 12 characters (docs/gateway-contract.md, section 3). */
  loginName: string;
  /** The merchant key. While it is being rotated, a list: the first key signs, and all verify notifications. */
  merchantKey: MerchantKeys;
  /** A `fetch` of your own, for example for a proxy. By default the runtime's. */
  fetch?: typeof globalThis.fetch | undefined;
  /** How long one exchange with the gateway may take, in milliseconds; 30 000 by default. */
  timeoutMs?: number | undefined;
  /** How `query` and `queryCard` are repeated when an answer was lost. By default twice, after 250 and 1000 ms. */
  readRetries?: ReadRetries | undefined;
  /**
   * Called after each exchange, for logs and traces, with call, order number, attempt, duration, HTTP status, `retCode`
   * and error code. It gets nothing secret, is not waited for, and its errors change nothing.
   */
  onExchange?: ExchangeHook | undefined;
}

export interface ResolvedConfig {
  readonly baseUrl: string;
  readonly mchId: string;
  readonly loginName: string;
  readonly keys: readonly [string, ...string[]];
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly timeoutMs: number;
  readonly readRetries: ResolvedRetries;
  readonly onExchange: ExchangeHook | undefined;
}

/** @throws IotPayError `invalid_config`, with a message that names the field. */
export function readConfig(config: IotPayConfig): ResolvedConfig {
  const keys = readKeys(config.merchantKey);
  for (const key of keys) refuseWhiteSpace('merchantKey', key);
  return {
    baseUrl: baseUrlOf(config.environment),
    mchId: readName('mchId', config.mchId),
    loginName: readLoginName(config.loginName),
    keys,
    fetch: config.fetch,
    timeoutMs: readTimeout(config.timeoutMs),
    readRetries: readRetries(config.readRetries),
    onExchange: readHook(config.onExchange),
  };
}

function baseUrlOf(environment: unknown): string {
  if (environment === 'production') return productionUrl;
  if (environment === 'development') return developmentUrl;
  const baseUrl =
    typeof environment === 'object' && environment !== null && 'baseUrl' in environment
      ? environment.baseUrl
      : undefined;
  if (typeof baseUrl !== 'string') {
    throw invalid("environment is required: 'production', 'development' or { baseUrl }.");
  }
  const url = parseSafeUrl(baseUrl);
  if (!url || url.search || url.hash) {
    throw invalid(
      'environment.baseUrl must be an https URL, or http on a loopback host, without query or credentials. In development, ' +
        'allowLocalNetworkSandbox() allows http on the local network, too.',
    );
  }
  return url.href.replace(/\/+$/, '');
}

function readName(name: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw invalid(`${name} is missing or blank. Is the environment variable set?`);
  }
  refuseWhiteSpace(name, value);
  return value;
}

function readLoginName(value: unknown): string {
  const loginName = readName('loginName', value);
  if (countCharacters(loginName) > 12) throw invalid('loginName must be at most 12 characters.');
  return loginName;
}

function refuseWhiteSpace(name: string, value: string): void {
  if (value === value.trim()) return;
  throw invalid(`${name} begins or ends with white space, probably a copied line break: remove it.`);
}

function readTimeout(timeoutMs = 30_000): number {
  // A longer delay overflows the timer of every runtime and fires at once.
  if (Number.isInteger(timeoutMs) && timeoutMs > 0 && timeoutMs < 2 ** 31) return timeoutMs;
  throw invalid('timeoutMs must be a whole number of milliseconds above 0.');
}

function readRetries({ count = 2, pauseMs = 250 }: ReadRetries = {}): ResolvedRetries {
  if (!Number.isInteger(count) || count < 0 || count > 10) {
    throw invalid('readRetries.count must be a whole number from 0 to 10.');
  }
  if (!(pauseMs >= 0 && pauseMs <= longestPauseMs)) {
    throw invalid(`readRetries.pauseMs must be a number of milliseconds from 0 to ${longestPauseMs}.`);
  }
  return { count, pauseMs };
}

function readHook(hook: ExchangeHook | undefined): ExchangeHook | undefined {
  if (hook === undefined || typeof hook === 'function') return hook;
  throw invalid('onExchange must be a function.');
}

function invalid(message: string): IotPayError<'invalid_config'> {
  return new IotPayError('invalid_config', message);
}
