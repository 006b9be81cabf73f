/** The gateway to ask, and who asks. */
export interface GatewaySettings {
  readonly environment: 'production' | 'development' | 'sandbox';
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly mchId: string;
  readonly loginName: string;
  /** As it was configured, with any blanks around it. */
  readonly merchantKey: string;
  /** How long one answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** The parts of a set-up to examine. An address that is left out is not examined. */
export interface DoctorSettings extends GatewaySettings {
  readonly notifyUrl?: string | undefined;
  readonly returnUrl?: string | undefined;
  /** The page of the shop that shows the card form. */
  readonly checkoutUrl?: string | undefined;
  /** The shop's folder, where its packages are installed. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The key as it was meant: without white space and quotation marks around it, which are copied along now and then. */
export function meantKey({ merchantKey }: Pick<GatewaySettings, 'merchantKey'>): string {
  return merchantKey.trim().replace(/^(["'])(.*)\1$/s, '$2');
}

/** The settings with the key that was meant, so that the other checks can go on. */
export function withMeantKey<Settings extends GatewaySettings>(settings: Settings): Settings {
  return { ...settings, merchantKey: meantKey(settings) };
}
