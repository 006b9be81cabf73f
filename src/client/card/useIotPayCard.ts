import type { RefCallback } from 'react';
import type { IotPayMode } from '../../contract/sdk';
import type { IotPayCardState, UseIotPayCardOptions } from './cardProps';
import { useCardView } from './useCardView';

export type UseIotPayCardResult<Mode extends IotPayMode = 'Pay'> = IotPayCardState<Mode> & {
  /** Put it on an empty element. The form goes inside. */
  containerRef: RefCallback<HTMLElement>;
  /**
   * The same as props of that element: `<div {...card.containerProps} />`. The React Compiler's lint rules take the
   * whole of `card` for a ref if `card.containerRef` is passed to `ref`. They accept these props, and a destructured
   * `containerRef`.
   */
  containerProps: { ref: RefCallback<HTMLElement>; hidden: boolean };
  /**
   * Tries again after a failure: loads the script, asks for the secureId or opens the form. After a decline, asks
   * `useSecureId` for a new secureId.
   */
  retry: () => void;
};

/**
 * IOTPay's card form without any markup around it: a ref for its element, its state, and its outcome. There is one form
 * per secureId and one outcome, told once, however often components come and go.
 *
 * @example
 * const { containerRef, status } = useIotPayCard({ secureId: session, onSuccess: showReceipt });
 */
export function useIotPayCard<Mode extends IotPayMode = 'Pay'>(
  props: UseIotPayCardOptions<Mode>,
): UseIotPayCardResult<Mode> {
  const {
    state,
    isFormHidden,
    viewer: { containerRef, retry },
  } = useCardView(props);
  return {
    ...(state as IotPayCardState<Mode>),
    containerRef,
    containerProps: { ref: containerRef, hidden: isFormHidden },
    retry,
  };
}
