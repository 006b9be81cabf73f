import {
  useEffect,
  useSyncExternalStore,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { OrderView } from '../../contract/shopRoutes';
import { useCheckoutTexts } from '../provider/useCheckoutTexts';
import type { ShopAddress } from '../shop/useShop';
import { Receipt } from './Receipt';
import { tellOnce } from './tellOnce';
import { useIotPayOrder } from './useIotPayOrder';

export interface IotPayReturnProps extends ShopAddress {
  /** The order to follow. Default: `mchOrderNo` in the address's query, where the route `GET /return` puts it. */
  mchOrderNo?: string | undefined;
  /** Paid, as the shop's server says. Called once per order and page. */
  onPaid?: ((order: OrderView) => unknown) | undefined;
  /** Not paid, as the shop's server says. Called once per order and page. It may become paid after all. */
  onFailed?: ((order: OrderView) => unknown) | undefined;
  /** Replaces the built-in receipt. */
  receipt?: ((order: OrderView) => ReactNode) | undefined;
  id?: string | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/** The address changes only together with the page's content, and then the component renders again. */
const subscribeToNothing = () => () => {};

const numberInAddress = () => new URLSearchParams(location.search).get('mchOrderNo');

/**
 * The page that IOTPay's own page sends the customer back to. It asks the shop's server until that says paid or not
 * paid. It reads nothing else from the address's query, because anyone can write into an address bar.
 *
 * @throws TypeError without `url` and `api`
 *
 * @example
 * <IotPayReturn url="/pay" onPaid={(order) => emptyCart(order.mchOrderNo)} />
 */
export function IotPayReturn(props: IotPayReturnProps): ReactElement {
  const { onPaid, onFailed, receipt, className = '' } = props;
  const inAddress = useSyncExternalStore(subscribeToNothing, numberInAddress, () => null);
  const { status, order } = useIotPayOrder(props.mchOrderNo ?? inAddress, props);
  const texts = useCheckoutTexts();
  const { messages } = texts;

  useEffect(() => {
    if (status === 'paid') tellOnce(status, order, onPaid);
    else if (status === 'failed') tellOnce(status, order, onFailed);
  });

  const text = {
    // The order is not known.
    idle: messages.mayBePaid,
    loading: messages.confirming,
    unknown: messages.confirming,
    paid: messages.paid,
    failed: `${messages.orderFailed} ${messages.notPaid}`,
  }[status];

  return (
    <div
      id={props.id}
      className={`iotpay-checkout iotpay-return ${className}`.trim()}
      style={props.style}
      role="group"
      aria-label={messages.checkout}
      data-status={status}
    >
      <div role="status" className="iotpay-checkout-status">
        {text}
      </div>
      {status === 'paid' && (receipt ? receipt(order) : <Receipt order={order} texts={texts} />)}
    </div>
  );
}
