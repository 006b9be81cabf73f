/** What `iotpay doctor` looks at, one line each. */
export type DoctorCheck =
  | 'node'
  | 'packages'
  | 'proxy'
  | 'merchantKey'
  | 'dns'
  | 'tls'
  | 'gateway'
  | 'clock'
  | 'mchId'
  | 'signature'
  | 'loginName'
  | 'notifyUrl'
  | 'notifyUrlForged'
  | 'notifyUrlGenuine'
  | 'notifyUrlAmount'
  | 'returnUrl'
  | 'checkoutPage'
  | 'cspScript'
  | 'cspFrame'
  | 'nonce'
  | 'hostedScript';

/** One line of the doctor's: the check, its result, and the advice. */
export interface Finding {
  readonly check: DoctorCheck;
  readonly status: 'passed' | 'failed' | 'unknown';
  /** Names the mistake for programs, e.g. `wrong_key`; only where something failed. */
  readonly code?: string;
  readonly message: string;
  /** What to do about it. */
  readonly advice?: string;
}

export function passed(check: DoctorCheck, message: string): Finding {
  return { check, status: 'passed', message };
}

export function failed(check: DoctorCheck, code: string, message: string, advice: string): Finding {
  return { check, status: 'failed', code, message, advice };
}

export function unknown(check: DoctorCheck, message: string, advice?: string): Finding {
  return { check, status: 'unknown', message, ...(advice !== undefined && { advice }) };
}
