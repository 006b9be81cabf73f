import type { IotPayMode } from 'react-iotpay';

/** The events of IOTPay's script, by the outcome that they prove (docs/gateway-contract.md, "What proves what"). */
export const sdkEvents = {
  paid: 'success',
  paidAsAnOlderRelease: 'success',
  declined: 'failed',
  declinedWithItsOrder: 'failed',
  timeout: 'unknown',
  timeoutWithAFullStop: 'unknown',
  timeoutWithASpace: 'unknown',
  declinedWithAPaidOrder: 'unknown',
  declinedWithAnOpenOrder: 'unknown',
  paidWithAnOpenOrder: 'unknown',
  paidWithoutData: 'unknown',
  nothingAtAll: 'unknown',
} as const;

export type SdkEventName = keyof typeof sdkEvents;

export type OutcomeStatus = (typeof sdkEvents)[SdkEventName];

/** A saved card's form has no order, so some events can't come from it. It reports the nearest one instead. */
const withoutOrder: Partial<Record<SdkEventName, SdkEventName>> = {
  declinedWithItsOrder: 'declined',
  declinedWithAPaidOrder: 'timeout',
  declinedWithAnOpenOrder: 'timeout',
  paidWithAnOpenOrder: 'paidWithoutData',
};

function data(mode: IotPayMode, secureId: string, status: number): Record<string, unknown> {
  return mode === 'Pay'
    ? { payOrderId: `P-${secureId}`, mchOrderNo: secureId, status, amount: 1999, currency: 'CAD' }
    : {
        cardId: secureId,
        cardNum: '424242******4242',
        holder: 'Alex Tremblay',
        expiryDate: '1230',
        cvv: '1',
      };
}

/** The event itself. It names its secureId wherever the gateway would name the order or the card. */
export function sdkEvent(
  wanted: SdkEventName,
  mode: IotPayMode,
  secureId: string,
): { event: unknown; status: OutcomeStatus } {
  const name = (mode === 'Add' && withoutOrder[wanted]) || wanted;
  const detail = (retCode: string, retMsg: string, status?: number) => ({
    retCode,
    retMsg,
    ...(status !== undefined && { retData: data(mode, secureId, status) }),
  });
  const reason = `declined ${secureId}`;
  const event = {
    paid: { result: 'SUCCESS', detail: detail('SUCCESS', '', 2) },
    paidAsAnOlderRelease: detail('SUCCESS', '', 3),
    declined: { result: 'FAIL', message: reason, detail: detail('FAIL', reason) },
    declinedWithItsOrder: { result: 'FAIL', message: reason, detail: detail('FAIL', reason, 9) },
    timeout: { result: 'FAIL', message: 'Timeout' },
    timeoutWithAFullStop: { result: 'FAIL', message: 'Timeout.' },
    timeoutWithASpace: { result: 'FAIL', message: 'Timeout ' },
    declinedWithAPaidOrder: { result: 'FAIL', message: reason, detail: detail('FAIL', reason, 2) },
    declinedWithAnOpenOrder: { result: 'FAIL', message: reason, detail: detail('FAIL', reason, 0) },
    paidWithAnOpenOrder: { result: 'SUCCESS', detail: detail('SUCCESS', '', 0) },
    paidWithoutData: { result: 'SUCCESS' },
    nothingAtAll: undefined,
  }[name];
  return { event, status: sdkEvents[name] };
}
