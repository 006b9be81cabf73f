import { pageRecord } from '../../contract/page';
import type { IotPayMode } from '../../contract/sdk';
import { createPayment, type PagePayment } from './payment';

interface PagePayments {
  payments: Map<string, PagePayment>;
}

export const paymentKey = (secureId: string, mode: IotPayMode): string => `${mode} ${secureId}`;

/** The payment of a secureId if this page knows it. Safe while rendering, because it changes nothing. */
export const knownPayment = (secureId: string, mode: IotPayMode): PagePayment | undefined =>
  pageRecord<PagePayments>().payments?.get(paymentKey(secureId, mode));

/** The payment of a secureId on this page. */
export function pagePaymentOf(secureId: string, mode: IotPayMode): PagePayment {
  const payments = (pageRecord<PagePayments>().payments ??= new Map());
  const key = paymentKey(secureId, mode);
  const payment = payments.get(key) ?? createPayment(key, secureId, mode);
  payments.set(key, payment);
  return payment;
}

/** The payments of a secureId that this page knows, in either mode. */
export const pagePaymentsOf = (secureId: string): PagePayment[] =>
  (['Pay', 'Add'] as const).flatMap((mode) => knownPayment(secureId, mode) ?? []);
