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

function formatMoney(tag: string, { amount, currency }: OrderView): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(tag, style).format(amount / 100);
}

export function useCheckoutTexts(): CheckoutTexts {
  const { messages, checkout, settings } = useIotPayDefaults();
  // If the shop names no language, amounts are written as in Canada.
  const locale = settings?.locale ?? settings?.languages?.[0]?.tag ?? 'en-CA';
  return {
    messages: { ...enCheckout, ...messages, ...checkout },
    money(order) {
      try {
        return formatMoney(locale.replaceAll('_', '-'), order);
      } catch {
        // Intl does not know the shop's locale.
        return formatMoney('en-CA', order);
      }
    },
  };
}
