import type { OrderDetails, OrderState } from '../api';
import type { Text } from './languages/fr';

/** How an order stands, in a few words. */
export const stateTexts: Record<OrderState, Text> = {
  open: 'No payment confirmed yet',
  paid: 'Paid',
  partly_refunded: 'Paid, a part was given back',
  refunded: 'Given back',
  failed: 'Declined',
  expired: 'Not paid in time',
};

/** Whether the payment was taken back before it was settled: no statement shows it. */
export const isVoided = ({ state, refunds }: OrderDetails): boolean =>
  state === 'refunded' &&
  (refunds?.refunds.some((refund) => refund.kind === 'void' && refund.state === 'succeeded') ?? false);

/** Whether IOTPay has been asked to give money back, and has not said yet that it did. */
export const isGivingBack = ({ refunds }: OrderDetails): boolean =>
  refunds?.refunds.some((refund) => refund.state === 'pending') ?? false;
