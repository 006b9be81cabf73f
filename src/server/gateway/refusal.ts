import { readOrderStatus, type IotPayOrder } from '../../contract/order';
import { IotPayGatewayError, type IotPayRefusalCode } from '../errors';
import { redact } from '../secrets';
import type { AskedNumbers, Envelope } from './answers';
import { saysNoSuchOrder } from './noSuchOrder';

/** A call that the gateway answered with FAIL. */
export interface RefusedCall {
  readonly path: string;
  readonly effect: 'read' | 'session' | 'money';
  readonly usesSavedCard?: true;
  /** The order that the call was about. */
  readonly numbers: AskedNumbers;
  /** That order, if it came with the refusal. */
  readonly order: IotPayOrder | undefined;
}

/** The error for a FAIL. It says what the FAIL proves for this call (docs/gateway-contract.md, "What proves what"). */
export function refusalOf(
  { retCode, retMsg }: Extract<Envelope, { retCode: 'FAIL' }>,
  call: RefusedCall,
  secrets: readonly string[],
): IotPayGatewayError {
  const reason = retMsg && redact(retMsg, secrets);
  const message = [
    `The gateway refused ${call.path}${reason ? `: ${reason}` : ' without giving a reason'}.`,
    /\bsign|签|簽/i.test(reason ?? '') && keyAdvice,
    whatItProves(call),
  ];
  return new IotPayGatewayError(
    codeOf(call, reason),
    message.filter(Boolean).join(' '),
    retCode,
    reason,
    call.order,
  );
}

function codeOf({ path, usesSavedCard }: RefusedCall, reason = ''): IotPayRefusalCode {
  if (usesSavedCard && /not\s+(bind|bound)/i.test(reason)) return 'card_not_bound';
  return path === 'cc_query' && saysNoSuchOrder(reason) ? 'order_not_found' : 'gateway_refused';
}

const keyAdvice =
  'If that is the signature: is merchantKey the key of this mchId in this environment, and not the other one?';

function whatItProves({ path, effect, numbers, order }: RefusedCall): string | undefined {
  if (path === 'cc_query') return 'That says nothing about the payment.';
  if (effect !== 'money') return undefined;
  if (readOrderStatus(order) === 'failed') return 'The order that it made has failed.';
  const number = numbers.mchRefundNo ?? numbers.mchOrderNo ?? '';
  return `That does not prove that no money moved: ask with query({ mchOrderNo: '${number}' }) before you try again.`;
}
