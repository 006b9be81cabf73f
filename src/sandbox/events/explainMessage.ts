import type { SignParams } from '../../server/signing/canonical';
import { explainSteps, type ExplainedStep } from '../../server/signing/explain/explainSteps';
import { verify } from '../../server/signing/verify';

/** How a message's signature comes about, and whether the one that it carries is right. */
export interface ExplainedSignature {
  readonly isValid: boolean;
  readonly sections: readonly ExplainedStep[];
}

/** The steps of docs/gateway-contract.md, section 2, over a message, with everything secret masked, as `iotpay verify --explain` shows them. */
export function explainMessage(fields: SignParams, merchantKey: string): ExplainedSignature {
  const keys = [{ name: "the sandbox's key", value: merchantKey }];
  return {
    isValid: verify(fields, merchantKey),
    sections: explainSteps(fields, keys, ['ascii', 'case-insensitive']),
  };
}
