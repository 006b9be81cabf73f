import {
  forwardRef,
  memo,
  useState,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import type { IotPayMode } from '../contract/sdk';
import type { IotPayClientError } from './error';
import { useCardForm } from './useCardForm';
import type { UseIotPayCardOptions } from './useIotPayCard';

/** What there is to show while there is no form. */
export type IotPayCardFallbackState =
  | { status: 'loading'; error?: undefined; retry: () => void }
  | { status: 'failed'; error: IotPayClientError; retry: () => void };

export interface IotPayCardProps<Mode extends IotPayMode = 'Pay'> extends UseIotPayCardOptions<Mode> {
  /** In place of the loading text; as a function, in place of the error and its retry button too. */
  fallback?: ReactNode | ((state: IotPayCardFallbackState) => ReactNode);
  className?: string | undefined;
  style?: CSSProperties | undefined;
  id?: string | undefined;
}

function Card(props: IotPayCardProps<IotPayMode>, ref: Ref<HTMLDivElement>): ReactElement {
  const [state, { containerRef, retry }, { messages }] = useCardForm(props);
  const { status, error } = state;
  const [wasRetried, setRetried] = useState(false);

  let shown: ReactNode;
  if (error ?? status === 'loading') {
    const { fallback } = props;
    shown =
      typeof fallback === 'function' ? (
        fallback({ ...state, retry })
      ) : (
        <>
          {error && (
            <div role="alert">
              <p>{messages[error.code] ?? messages.failed}</p>
              <button
                type="button"
                // Back to where the customer was when the retry took the button away, unless they went on elsewhere.
                autoFocus={wasRetried && document.activeElement === document.body}
                onClick={() => {
                  setRetried(true);
                  retry();
                }}
              >
                {messages.retry}
              </button>
            </div>
          )}
          {/* There before a retry's text is, or screen readers say nothing of it. */}
          {fallback === undefined ? <p role="status">{!error && messages.loading}</p> : !error && fallback}
        </>
      );
  }

  return (
    <div
      ref={ref}
      id={props.id}
      className={props.className}
      style={props.style}
      role="group"
      aria-label={messages.title}
      data-status={status}
    >
      {shown}
      <div ref={containerRef} hidden={!!error} />
    </div>
  );
}

/**
 * IOTPay's card form, in its own iframe, with a loading and an error state. `data-status` on its element follows
 * `useIotPayCard`'s `status`, for styles.
 *
 * @example
 * <IotPayCard secureId={session} onSuccess={showReceipt} onFail={offerAnotherTry} onTimeout={askTheServer} />
 */
export const IotPayCard = memo(forwardRef(Card)) as unknown as <Mode extends IotPayMode = 'Pay'>(
  props: IotPayCardProps<Mode> & { ref?: Ref<HTMLDivElement> | undefined },
) => ReactElement | null;
