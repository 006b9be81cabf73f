import type { ReactElement } from 'react';
import { useIotPayOrder } from 'react-iotpay';

const words = {
  idle: 'There is no order here.',
  loading: 'Looking for your order…',
  paid: 'Paid. We are packing.',
  failed: 'This order was not paid.',
  unknown: 'Your bank has not answered yet. Please don’t pay again: this page tells you as soon as we know.',
};

/** An order's page: it follows the order until the shop's server knows whether it is paid. */
export function OrderStatus({ mchOrderNo }: { mchOrderNo: string }): ReactElement {
  const { status, refresh } = useIotPayOrder(mchOrderNo, { url: '/pay' });
  return (
    <div className="fields">
      <p role="status" className={`note note-${status}`}>
        <span>{words[status]}</span>
      </p>
      {status === 'unknown' && (
        <button type="button" className="button button-quiet" onClick={refresh}>
          Ask now
        </button>
      )}
    </div>
  );
}
