import {
  forwardRef,
  memo,
  useState,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import type { IotPayMode } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import type { UseIotPayCardOptions } from './cardProps';
import { alertText, statusText } from './cardTexts';
import { useCardLayout } from './useCardLayout';
import { useCardView } from './useCardView';

/** The states in which `fallback` is shown. */
export type IotPayCardFallbackState =
  | { status: 'loading'; error?: undefined; retry: () => void }
  | { status: 'failed'; error: IotPayClientError; mayBePaid: boolean; retry: () => void };

export interface IotPayCardProps<Mode extends IotPayMode = 'Pay'> extends UseIotPayCardOptions<Mode> {
  /** Replaces the loading text. A function replaces the error and its retry button too. */
  fallback?: ReactNode | ((state: IotPayCardFallbackState) => ReactNode);
  className?: string | undefined;
  style?: CSSProperties | undefined;
  id?: string | undefined;
}

function Card(props: IotPayCardProps<IotPayMode>, ref: Ref<HTMLDivElement>): ReactElement {
  const { state, session, viewer, isFormHidden, defaults } = useCardView(props);
  const [wasRetried, setRetried] = useState(false);
  const { containerRef, retry } = viewer;
  const { messages } = defaults;
  const { fallback } = props;
  const layout = useCardLayout(props.script?.nonce ?? defaults.script.nonce);
  const { status, error } = state;
  let replacement: ReactNode;
  if (typeof fallback !== 'function') replacement = status === 'loading' && fallback;
  else if (status === 'loading' || status === 'failed') replacement = fallback({ ...state, retry });
  const isReplaced = status === 'loading' ? fallback !== undefined : error && typeof fallback === 'function';
  const alert = !isReplaced && alertText(state, messages);
  const action = error ? messages.retry : session.refresh && messages.tryAnotherCard;

  return (
    <div
      ref={ref}
      id={props.id}
      className={props.className}
      style={{ ...layout.card, ...props.style }}
      role="group"
      aria-label={messages.title}
      data-status={status}
    >
      {alert && (
        <div role="alert">
          {alert.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {action && (
            <button
              type="button"
              // The retry took the button away, and the focus with it. Bring the focus back unless the customer has
              // moved it elsewhere.
              autoFocus={wasRetried && document.activeElement === document.body}
              onClick={() => {
                setRetried(true);
                retry();
              }}
            >
              {action}
            </button>
          )}
        </div>
      )}
      {replacement && <div style={layout.place}>{replacement}</div>}
      {/* The element is there before its text changes, because screen readers do not announce a new element. */}
      <div role="status" style={layout.place}>
        {!isReplaced && statusText(state, messages, props.mode)}
      </div>
      <div ref={containerRef} hidden={isFormHidden} style={layout.form} />
    </div>
  );
}

// A bundler may rename the function, and React's DevTools show this name. Without the mark, a shop that uses only the checkout would
// bundle the card as well.
const NamedCard = /* @__PURE__ */ Object.assign(/* @__PURE__ */ forwardRef(Card), {
  displayName: 'IotPayCard',
});

/**
 * IOTPay's card form, in its own iframe, with texts for every other state. For styles, `data-status` on its element is
 * the `status` of `useIotPayCard`.
 *
 * @example
 * <IotPayCard secureId={session} redirect="manual" onSuccess={showReceipt} onTimeout={askTheServer} />
 */
export const IotPayCard = /* @__PURE__ */ memo(NamedCard) as unknown as <Mode extends IotPayMode = 'Pay'>(
  props: IotPayCardProps<Mode> & { ref?: Ref<HTMLDivElement> | undefined },
) => ReactElement | null;
