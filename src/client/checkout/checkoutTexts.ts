import { alertText } from '../card/cardTexts';
import type { CheckoutTexts } from '../provider/useCheckoutTexts';
import type { UseIotPayCheckoutResult } from './checkoutProps';

/** The sentences of an alert, or undefined if there is none. */
export function checkoutAlert(
  checkout: UseIotPayCheckoutResult,
  { messages }: CheckoutTexts,
): string[] | undefined {
  const { status, order, method } = checkout;
  if (status === 'failed') {
    const said = alertText(checkout, messages) ?? [];
    // The general text is about a form.
    return method?.card && checkout.error.code === 'shop_refused'
      ? [messages.savedCardRefused, ...said.slice(1)]
      : said;
  }
  if (status !== 'declined') return undefined;
  if (order.state === 'expired') return [messages.expired, messages.notPaid];
  // Only the shop's server can say more than that the card was not accepted.
  return order.outcome === 'failed' ? [messages.declined, messages.notPaid] : [messages.declined];
}

/** The text of the live region: progress, or how the payment ended. */
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
