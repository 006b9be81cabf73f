import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { OrderView } from '../../contract/shopRoutes';
import { Receipt } from '../order/Receipt';
import { useCheckoutTexts } from '../provider/useCheckoutTexts';
import type { UseIotPayCheckoutOptions } from './checkoutProps';
import { checkoutAlert, checkoutStatus } from './checkoutTexts';
import { MethodPicker } from './MethodPicker';
import { useFocus } from './useFocus';
import { useIotPayCheckout } from './useIotPayCheckout';

export interface IotPayCheckoutProps extends UseIotPayCheckoutOptions {
  /** Replaces the built-in receipt. */
  receipt?: ((order: OrderView) => ReactNode) | undefined;
  id?: string | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * A whole checkout. It opens the order at the shop's server, shows IOTPay's form, tells a decline kindly, follows an
 * unknown payment until it is decided, and says paid or not paid only if the server says so.
 * `react-iotpay/checkout.css` is one look for it. For styles, `data-status` on its element is the `status` of
 * `useIotPayCheckout`.
 *
 * @throws TypeError without `url` and `api`
 *
 * @example
 * <IotPayCheckout url="/pay" request={{ cartId }} onPaid={(order) => go(`/thanks/${order.mchOrderNo}`)} />
 */
export function IotPayCheckout(props: IotPayCheckoutProps): ReactElement {
  const { receipt, className = '' } = props;
  const checkout = useIotPayCheckout(props);
  const texts = useCheckoutTexts();
  const { button, message, note } = useFocus(checkout.status);
  const { messages, money } = texts;
  const { status, order, methods, tryAgain } = checkout;
  const alert = checkoutAlert(checkout, texts);
  const isOver = status === 'charging' || status === 'confirming' || status === 'paid';

  return (
    <div
      id={props.id}
      className={`iotpay-checkout ${className}`.trim()}
      style={props.style}
      role="group"
      aria-label={messages.checkout}
      data-status={status}
      onFocus={note}
    >
      {((order && status !== 'paid') || status === 'opening') && (
        <p className="iotpay-checkout-total">
          {messages.total} <strong>{order ? money(order) : '…'}</strong>
        </p>
      )}
      {methods.length > 1 && !isOver && <MethodPicker {...checkout} texts={texts} />}
      {alert && (
        <div role="alert" className="iotpay-checkout-alert">
          {alert.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <button type="button" className="iotpay-checkout-button" ref={button} onClick={tryAgain}>
            {status === 'declined' ? messages.tryAnotherCard : messages.retry}
          </button>
          {status === 'failed' && checkout.hostedPage && (
            <a className="iotpay-checkout-link" href={checkout.hostedPage}>
              {messages.hostedPage}
            </a>
          )}
        </div>
      )}
      {status === 'chosen' && (
        <button type="button" className="iotpay-checkout-button" onClick={checkout.pay}>
          {order ? messages.payAmount.replace('{amount}', money(order)) : messages.pay}
        </button>
      )}
      {/* The style sheet makes one cell of it, so that the form takes the place of the loading text. */}
      <div className="iotpay-checkout-place">
        {/* The element is there before its text changes, because screen readers do not announce a new element. */}
        <div role="status" className="iotpay-checkout-status" tabIndex={-1} ref={message}>
          {checkoutStatus(checkout, texts)}
        </div>
        <div className="iotpay-checkout-form" {...checkout.containerProps} />
      </div>
      {status === 'paid' && (receipt ? receipt(order) : <Receipt order={order} texts={texts} />)}
    </div>
  );
}
