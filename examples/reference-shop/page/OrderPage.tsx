import { useEffect, type ReactElement } from 'react';
import type { OrderView, ShopView } from '../api';
import { startOver, tryAgain } from './draft';
import { OrderLog } from './OrderStatus';
import { RefundPanel } from './RefundPanel';
import { Confirming, NotYet, PaidAgain } from './openResults';
import { Declined, NoSuchOrder, Paid } from './results';
import { navigate, type Told } from './route';
import { useOrder } from './useOrder';
import { useRefunds } from './useRefunds';

/** How many polls the notification gets as a head start, when the form said that all went well. */
const patience = 3;

type Verdict = 'paid' | 'surplus' | 'declined' | 'not yet' | 'confirming';

/** The server's word counts. Only while it has none does the form's. */
function judge(order: OrderView | undefined, told: Told | undefined): Verdict {
  switch (order?.state) {
    case 'paid':
      return order.surplus ? 'surplus' : 'paid';
    case 'failed':
    case 'expired':
      return 'declined';
    default:
      if (told?.status === 'success') return 'paid';
      if (told?.status === 'failed') return 'declined';
      return order?.undecided === false ? 'not yet' : 'confirming';
  }
}

interface OrderPageProps {
  shop: ShopView;
  mchOrderNo: string;
  told: Told | undefined;
}

/** How an order went: after the card form, after IOTPay's own page, and whenever its address is opened again. */
export function OrderPage({ shop, mchOrderNo, told }: OrderPageProps): ReactElement {
  const askFrom = told?.status === 'success' ? patience : 0;
  const known = useOrder(mchOrderNo, shop.pollEveryMs, askFrom, told !== undefined);
  const { order } = known;
  const { refunds, show } = useRefunds(mchOrderNo, shop.pollEveryMs, order?.state === 'paid');

  useEffect(() => {
    if (order?.state === 'paid') startOver(mchOrderNo);
    if (order?.state === 'failed' || order?.state === 'expired') tryAgain(mchOrderNo);
  }, [order?.state, mchOrderNo]);

  if (known.trouble === 'missing') return <NoSuchOrder />;

  const verdict = judge(order, told);
  return (
    <div className="columns">
      <div>
        {verdict === 'paid' && (
          <Paid
            mchOrderNo={mchOrderNo}
            order={order}
            cardNum={order?.cardNum ?? told?.cardNum}
            refunded={refunds?.refunded ?? 0}
          />
        )}
        {verdict === 'declined' && (
          <Declined
            reason={told?.message}
            proof={order?.state === 'failed' || order?.state === 'expired' ? order.state : undefined}
            onTryAgain={() => {
              tryAgain(mchOrderNo);
              navigate('/checkout');
            }}
          />
        )}
        {verdict === 'surplus' && <PaidAgain />}
        {verdict === 'not yet' && <NotYet />}
        {verdict === 'confirming' && <Confirming />}
      </div>
      <div className="side-column">
        <OrderLog mchOrderNo={mchOrderNo} {...known} />
        {refunds && <RefundPanel mchOrderNo={mchOrderNo} refunds={refunds} onChange={show} />}
      </div>
    </div>
  );
}
