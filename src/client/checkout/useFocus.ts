import { useEffect, useRef, type RefObject } from 'react';
import type { IotPayCheckoutState } from './sale/checkoutState';

export interface CheckoutFocus {
  /** The button that a customer would use next, where there is one. */
  button: RefObject<HTMLButtonElement | null>;
  /** The element that says how things stand. */
  message: RefObject<HTMLDivElement | null>;
  /** Something in the checkout has been focused. */
  note: () => void;
}

/**
 * Keeps the keyboard's focus in the checkout when the element that had it goes away: a button that was pressed, or the form. The focus of a
 * customer who is elsewhere, or has not begun yet, stays.
 */
export function useFocus(status: IotPayCheckoutState['status']): CheckoutFocus {
  const button = useRef<HTMLButtonElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const wasUsed = useRef(false);

  useEffect(() => {
    if (wasUsed.current && document.activeElement === document.body)
      (button.current ?? message.current)?.focus();
    // Browsers do not tell this page that the focus went into another site's form.
    if (status === 'form') wasUsed.current = true;
  }, [status]);

  return {
    button,
    message,
    note: () => {
      wasUsed.current = true;
    },
  };
}
