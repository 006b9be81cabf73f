import { developmentUrl, isLoopback, parseSafeUrl, productionUrl } from '../../contract/urls';
import { readCredentials } from '../../sandbox/credentials';
import { type Terminal, UsageError } from '../command';
import { findMerchantKeys } from '../keys/merchantKeys';
import { usualSandboxPort } from './usualSandboxPort';

/** The options of the commands that ask a gateway. */
export const gatewayOptions = {
  environment: { type: 'string' },
  'mch-id': { type: 'string' },
  'login-name': { type: 'string' },
  'key-env': { type: 'string', multiple: true },
} as const;

/** What these options do, for the help texts. */
export const gatewayHelp = `  --environment <which>  sandbox (http://127.0.0.1:${usualSandboxPort}), development or production, or the
                         address of another sandbox on this computer; sandbox by default
  --mch-id <id>          the merchant; by default IOTPAY_MCH_ID, or the sandbox's own
  --login-name <name>    their login name; by default IOTPAY_LOGIN, or the sandbox's own
  --key-env <name>       the environment variable that holds the merchant key`;

interface GatewayValues {
  readonly environment?: string | undefined;
  readonly 'mch-id'?: string | undefined;
  readonly 'login-name'?: string | undefined;
  readonly 'key-env'?: readonly string[] | undefined;
}

/** Which gateway to ask, and as whom. */
export interface GatewayAccess {
  readonly environment: 'production' | 'development' | 'sandbox';
  readonly baseUrl: string;
  readonly mchId: string;
  /** Empty where none was given: not every call needs it. */
  readonly loginName: string;
  readonly merchantKey: string;
}

/**
 * Reads which gateway to ask, and as whom: options first, then the environment variables, then, for the sandbox, its published credentials.
 *
 * @throws UsageError where an option is missing or wrong. No message repeats an option's value.
 * @throws Interrupted at Ctrl-C while the key is asked for.
 */
export async function readGatewayAccess(values: GatewayValues, terminal: Terminal): Promise<GatewayAccess> {
  const { environment, baseUrl } = readEnvironment(values.environment);
  const own = environment === 'sandbox' ? readCredentials() : undefined;
  const { IOTPAY_MCH_ID, IOTPAY_LOGIN, IOTPAY_KEY } = terminal.env;
  const mchId = (values['mch-id'] ?? IOTPAY_MCH_ID ?? own?.mchId ?? '').trim();
  if (mchId === '') throw new UsageError('There is no mchId: set IOTPAY_MCH_ID, or give --mch-id.');
  const loginName = (values['login-name'] ?? IOTPAY_LOGIN ?? own?.loginName ?? '').trim();

  const names = values['key-env'] ?? [];
  if (names.length > 1) throw new UsageError('It asks with one key: give --key-env once.');
  const isPublished = own?.mchId === mchId && names.length === 0 && IOTPAY_KEY === undefined;
  if (isPublished) return { environment, baseUrl, mchId, loginName, merchantKey: own.merchantKey };
  const [key] = await findMerchantKeys(names, terminal);
  return { environment, baseUrl, mchId, loginName, merchantKey: key?.value ?? '' };
}

function readEnvironment(given = 'sandbox'): Pick<GatewayAccess, 'environment' | 'baseUrl'> {
  if (given === 'production') return { environment: 'production', baseUrl: productionUrl };
  if (given === 'development') return { environment: 'development', baseUrl: developmentUrl };
  if (given === 'sandbox') {
    return { environment: 'sandbox', baseUrl: `http://127.0.0.1:${usualSandboxPort}` };
  }
  const url = parseSafeUrl(given);
  if (url && isLoopback(url.hostname) && !url.search && !url.hash) {
    return { environment: 'sandbox', baseUrl: url.href.replace(/\/+$/, '') };
  }
  throw new UsageError(
    '--environment takes sandbox, development or production, or the address of a sandbox on this computer.',
  );
}
