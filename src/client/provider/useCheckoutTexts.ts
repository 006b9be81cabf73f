import { formatAmount } from '../../contract/money';
import type { OrderView } from '../../contract/shopRoutes';
import { useIotPayDefaults } from './context';
import type { IotPayCheckoutMessages } from './languages/checkoutMessages';
import { enCheckout } from './languages/enCheckout';
import type { IotPayMessages } from './languages/language';

/** All texts of the checkout, in the customer's language. */
export interface CheckoutTexts {
  messages: IotPayMessages & IotPayCheckoutMessages;
  /** An order's amount, e.g. `$24.34` or `24,34 $`. */
  money: (order: OrderView) => string;
}

export function useCheckoutTexts(): CheckoutTexts {
  const { messages, checkout, settings } = useIotPayDefaults();
  // If the shop names no language, amounts are written as in Canada.
  const locale = settings?.locale ?? settings?.languages?.[0]?.tag ?? 'en-CA';
  return {
    messages: { ...enCheckout, ...messages, ...checkout },
    money({ amount, currency }) {
      try {
        return formatAmount(amount, currency, locale.replaceAll('_', '-'));
      } catch {
        // Intl does not know the shop's locale.
        return formatAmount(amount, currency, 'en-CA');
      }
    },
  };
}
