import type { ReactElement } from 'react';
import { isIotPayError, useIotPayOrder } from 'react-iotpay';
import { Backstage } from './Backstage';
import { say } from './languages/say';
import { OrderLog } from './OrderLog';
import { PageTitle } from './PageTitle';
import { RefundPanel } from './RefundPanel';
import { Confirming, Declined, NoSuchOrder, Paid, PaidAgain } from './results';
import { useOrderDetails } from './useOrderDetails';

/** The shop's server says that this customer has no such order. */
function isMissing(error: unknown): boolean {
  const cause = isIotPayError(error) ? (error.cause as { code?: unknown } | undefined) : undefined;
  return cause?.code === 'no_such_order';
}

/** How an order went: after the checkout, after IOTPay's own page, and whenever its address is opened again. */
export function OrderPage({ mchOrderNo }: { mchOrderNo: string }): ReactElement {
  const { status, order, error } = useIotPayOrder(mchOrderNo, { url: '/pay' });
  const { details, show } = useOrderDetails(mchOrderNo, order?.state);

  if (!order && isMissing(error)) return <NoSuchOrder />;
  // Only the details say whether a payment is the second one for its bag, and which goods were bought.
  if (status === 'loading' || status === 'idle' || (status === 'paid' && !details)) {
    return (
      <>
        <PageTitle title={say('Your order')} />
        <p className="hint" role="status">
          {say('Asking the server')}
        </p>
      </>
    );
  }

  return (
    <div className="columns">
      <div>
        {status === 'paid' && details && (details.surplus ? <PaidAgain /> : <Paid details={details} />)}
        {status === 'failed' && <Declined state={order.state} />}
        {status === 'unknown' && <Confirming />}
      </div>
      <Backstage>
        <OrderLog mchOrderNo={mchOrderNo} order={order} details={details} isSilent={error !== undefined} />
        {details?.refunds && (
          <RefundPanel mchOrderNo={mchOrderNo} refunds={details.refunds} onChange={show} />
        )}
      </Backstage>
    </div>
  );
}
