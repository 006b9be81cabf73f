import type { RefundKind, RefundState } from '../api';
import type { Row } from './database/database';
import type { Refund } from './refunds';

/** A row of `refunds`; the schema's constraints are what makes these types true. */
interface RefundRow {
  mch_refund_no: string;
  mch_order_no: string;
  refund_key: string;
  kind: RefundKind;
  amount: number;
  state: RefundState;
  reason: string | null;
  created_at: Date;
  settled_at: Date | null;
}

export function readRefundRow(row: Row): Refund {
  const refund = row as unknown as RefundRow;
  return {
    mchRefundNo: refund.mch_refund_no,
    mchOrderNo: refund.mch_order_no,
    refundKey: refund.refund_key,
    kind: refund.kind,
    amount: refund.amount,
    state: refund.state,
    createdAt: refund.created_at.getTime(),
    ...(refund.reason && { reason: refund.reason }),
    ...(refund.settled_at && { settledAt: refund.settled_at.getTime() }),
  };
}
