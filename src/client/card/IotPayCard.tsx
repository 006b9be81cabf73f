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

/** The states that have nothing to show but a `fallback`. */
export type IotPayCardFallbackState =
  | { status: 'loading'; error?: undefined; retry: () => void }
  | { status: 'failed'; error: IotPayClientError; mayBePaid: boolean; retry: () => void };

export interface IotPayCardProps<Mode extends IotPayMode = 'Pay'> extends UseIotPayCardOptions<Mode> {
  /** In place of the loading text; as a function, in place of the error and its retry button too. */
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
              // Back to where the customer was when the retry took the button away, unless they went on elsewhere.
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
      {/* It is there before its text changes, or screen readers say nothing of the change. */}
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
 * IOTPay's card form, in its own iframe, with texts for every other state. `data-status` on its element follows
 * `useIotPayCard`'s `status`, for styles.
 *
 * @example
 * <IotPayCard secureId={session} redirect="manual" onSuccess={showReceipt} onTimeout={askTheServer} />
 */
export const IotPayCard = /* @__PURE__ */ memo(NamedCard) as unknown as <Mode extends IotPayMode = 'Pay'>(
  props: IotPayCardProps<Mode> & { ref?: Ref<HTMLDivElement> | undefined },
) => ReactElement | null;
