import type { RefCallback } from 'react';
import type { IotPayMode } from '../../contract/sdk';
import type { IotPayCardState, UseIotPayCardOptions } from './cardProps';
import { useCardView } from './useCardView';

export type UseIotPayCardResult<Mode extends IotPayMode = 'Pay'> = IotPayCardState<Mode> & {
  /** Put it on an empty element: the form goes inside. */
  containerRef: RefCallback<HTMLElement>;
  /**
   * The same, to spread on that element: `<div {...card.containerProps} />`. The React Compiler's lint rules take the whole of `card` for a
   * ref where `card.containerRef` is passed to `ref`; they accept this, and a destructured `containerRef`.
   */
  containerProps: { ref: RefCallback<HTMLElement>; hidden: boolean };
  /** Tries what failed once more: the script, the secureId or the form. After a decline, asks `useSecureId` for a new secureId. */
  retry: () => void;
};

/**
 * IOTPay's card form without any markup around it: an element to mount it into, its state, and its outcome. One form per secureId,
 * and one outcome, told once, however often components come and go.
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
