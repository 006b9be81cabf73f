import { useEffect, useRef, type RefObject } from 'react';
import type { IotPayCheckoutState } from './sale/checkoutState';

export interface CheckoutFocus {
  /** The button that a customer would use next, if there is one. */
  button: RefObject<HTMLButtonElement | null>;
  /** The element with the text of the present state. */
  message: RefObject<HTMLDivElement | null>;
  /** Says that something in the checkout has got the focus. */
  note: () => void;
}

/**
 * Keeps the keyboard's focus in the checkout when the element that had it goes away, such as a pressed button or the
 * form. The focus stays where it is if the customer is elsewhere or has not begun yet.
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
