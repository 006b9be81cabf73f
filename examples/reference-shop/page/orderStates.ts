import type { OrderState } from '../api';
import type { Text } from './languages/fr';

/** How an order stands, in a few words. */
export const stateTexts: Record<OrderState, Text> = {
  open: 'Not known to be paid',
  paid: 'Paid',
  partly_refunded: 'Paid, a part was given back',
  refunded: 'Refunded',
  failed: 'Declined',
  expired: 'Not paid in time',
};
