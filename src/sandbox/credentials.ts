import { IotPayError } from '../contract/error';

/** The merchant that the sandbox knows; give the same to `createIotPay`. */
export interface SandboxCredentials {
  readonly mchId: string;
  /** At most 12 characters (docs/gateway-contract.md, section 3). */
  readonly loginName: string;
  readonly merchantKey: string;
}

// Always the same, so that a shop's configuration outlives the sandbox's restarts. They open nothing but a sandbox.
const defaults: SandboxCredentials = {
  mchId: '10000701',
  loginName: 'sandbox',
  merchantKey: 'SandboxMerchantKeyOpensNothingButTheSandbox00000000000000000000x',
};

/** @throws IotPayError `invalid_config` for blank credentials, white space around them, or a login name that is too long. */
export function readCredentials(given: Partial<SandboxCredentials> = {}): SandboxCredentials {
  const credentials: SandboxCredentials = {
    mchId: given.mchId ?? defaults.mchId,
    loginName: given.loginName ?? defaults.loginName,
    merchantKey: given.merchantKey ?? defaults.merchantKey,
  };
  for (const name of ['mchId', 'loginName', 'merchantKey'] as const) {
    const value = credentials[name];
    if (!value || value.trim() !== value) {
      throw new IotPayError(
        'invalid_config',
        `The sandbox's ${name} must not be blank or begin or end in white space.`,
      );
    }
  }
  if (credentials.loginName.length > 12) {
    throw new IotPayError('invalid_config', "The sandbox's loginName has at most 12 characters.");
  }
  return credentials;
}
