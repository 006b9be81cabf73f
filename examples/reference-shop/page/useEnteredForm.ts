import { useEffect, useState, type RefObject } from 'react';

/**
 * Whether the customer has entered IOTPay's form in this place for this order. The form is another site's, so the page does not learn what
 * happens in it: from then on, a payment may be under way.
 */
export function useEnteredForm(
  place: RefObject<HTMLElement | null>,
  mchOrderNo: string | undefined,
): {
  isEntered: boolean;
  /** Counts the form as not entered until the customer enters it again. */
  forget: () => void;
} {
  const [entered, setEntered] = useState<string>();

  useEffect(() => {
    function look(): void {
      const { activeElement } = document;
      if (activeElement?.tagName === 'IFRAME' && place.current?.contains(activeElement))
        setEntered(mchOrderNo);
    }
    // The window loses the focus to the form. A form that has the focus already is seen at once.
    look();
    window.addEventListener('blur', look);
    return () => window.removeEventListener('blur', look);
  }, [place, mchOrderNo]);

  return {
    isEntered: mchOrderNo !== undefined && entered === mchOrderNo,
    forget: () => setEntered(undefined),
  };
}
