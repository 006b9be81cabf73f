import { expect } from 'vitest';
import type { IotPay, IotPayValidationError } from '../../../src/server/index';
import { requests, startGateway } from './gatewayDouble';

export type CallName = keyof typeof requests | 'query' | 'queryCard';

export const valid: Record<CallName, object> = {
  ...requests,
  query: { mchOrderNo: 'A-1' },
  queryCard: { cardId: 'card-1' },
};

/** Sends a request as JavaScript would, past the types. */
export function sendUntyped(iotpay: IotPay, call: CallName, request: unknown): Promise<unknown> {
  return (iotpay[call] as (request: unknown) => Promise<unknown>)(request);
}

/** The mistakes in a request, by field. Nothing may have been sent. */
export async function issuesOf(call: CallName, request: unknown): Promise<Record<string, string>> {
  const gateway = await startGateway({});
  const error = await sendUntyped(gateway.client(), call, request).then(
    () => expect.fail('was accepted'),
    (reason: unknown) => reason as IotPayValidationError,
  );
  expect(error).toMatchObject({ name: 'IotPayValidationError', code: 'invalid_request' });
  expect(gateway.calls).toEqual([]);
  for (const { field, message } of error.issues) expect(error.message).toContain(`${field} ${message}`);
  return Object.fromEntries(error.issues.map(({ field, message }) => [field, message]));
}

/** Whether a request comes through; its answer doesn't matter. */
export async function isSent(call: CallName, request: unknown): Promise<boolean> {
  const gateway = await startGateway({ retCode: 'FAIL' });
  await sendUntyped(gateway.client(), call, request).catch(() => undefined);
  return gateway.calls.length === 1;
}

export const texts: readonly (readonly [CallName, string, number])[] = [
  ['purchase', 'mchOrderNo', 30],
  ['purchase', 'subject', 64],
  ['purchase', 'body', 250],
  ['purchase', 'mchUserId', 30],
  ['addCard', 'cardId', 30],
  ['queryCard', 'cardId', 30],
  ['query', 'mchOrderNo', 30],
  ['purchaseWithToken', 'mchOrderNo', 30],
  ['purchaseWithToken', 'cardId', 30],
  ['purchaseWithToken', 'subject', 64],
  ['purchaseWithToken', 'body', 250],
  ['purchaseWithToken', 'clientIp', 50],
  ['purchaseWithToken', 'mchUserId', 30],
  ['purchaseWithWallet', 'mchOrderNo', 30],
  ['purchaseWithWallet', 'subject', 64],
  ['purchaseWithWallet', 'body', 250],
  ['voidPayment', 'mchRefundNo', 30],
  ['voidPayment', 'payOrderId', 30],
  ['refund', 'mchRefundNo', 30],
  ['refund', 'payOrderId', 30],
];

export const urls: readonly (readonly [CallName, string])[] = [
  ['purchase', 'notifyUrl'],
  ['purchase', 'returnUrl'],
  ['addCard', 'returnUrl'],
  ['purchaseWithToken', 'notifyUrl'],
  ['voidPayment', 'notifyUrl'],
  ['refund', 'notifyUrl'],
];

export const amounts: readonly (readonly [CallName, string])[] = [
  ['purchase', 'amount'],
  ['purchaseWithToken', 'amount'],
  ['purchaseWithWallet', 'amount'],
  ['refund', 'refundAmount'],
];
