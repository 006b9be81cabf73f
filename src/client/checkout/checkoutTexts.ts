import { alertText } from '../card/cardTexts';
import type { CheckoutTexts } from '../provider/useCheckoutTexts';
import type { UseIotPayCheckoutResult } from './checkoutProps';

/** The sentences of an alert, or undefined if there is none. */
export function checkoutAlert(
  checkout: UseIotPayCheckoutResult,
  { messages }: CheckoutTexts,
): string[] | undefined {
  const { status, order, error, method } = checkout;
  if (error?.code === 'shop_refused' || error?.code === 'shop_unreachable') {
    const general = method?.card ? messages.savedCardRefused : messages.notPrepared;
    return [messages[error.code] ?? general, messages.mayBePaid];
  }
  // A form that was open before a reload may have been paid, so only the shop's server can say that nothing was
  // charged.
  if (status === 'failed') return alertText({ ...checkout, mayBePaid: true }, messages);
  if (status !== 'declined') return undefined;
  const text = order.state === 'expired' ? messages.expired : messages.declined;
  return [text, ...(order.outcome === 'failed' ? [messages.notPaid] : [])];
}

/** The text of the live region: progress, or the end of the payment. */
export function checkoutStatus(
  { status, isFormReady }: UseIotPayCheckoutResult,
  { messages }: CheckoutTexts,
): string | undefined {
  switch (status) {
    case 'opening':
      return messages.loading;
    case 'form':
      return isFormReady ? undefined : messages.loading;
    case 'charging':
    case 'confirming':
    case 'paid':
      return messages[status];
    default:
      return undefined;
  }
}
