const minute = 60_000;
const hour = 60 * minute;

/** What an answer of the gateway's says about an order that is not paid. */
export type UnpaidAnswer =
  /** Status 9. The order can't be paid any more. */
  | 'failed'
  /** Status 0. */
  | 'pending'
  /** Status 1: a payment is under way or has been, and the gateway doesn't know its end. */
  | 'unknown'
  /** "No such order". The call that was to make it has not arrived, or not yet. */
  | 'missing';

/** How long, in milliseconds, and how often the gateway has said "no such order" without a break. */
export interface Missing {
  missingForMs: number;
  timesMissing: number;
}

/** What the shop knows of an unpaid order, by the database's clock. */
export interface UnpaidOrder extends Missing {
  /** Whether it is paid in a form, whose secureId ends. A saved card is charged by a call, which has no such end. */
  isForm: boolean;
  /** In milliseconds. */
  age: number;
}

/** A secureId is valid for one hour. A payment that begins in its last minute is decided later, but not much later. */
const formIsOverAfter = hour + 30 * minute;

/**
 * Whether a call has surely never arrived at the gateway. One whose answer was lost may still be on its way, so "no such order" has to
 * be said again and again, over an hour at least.
 */
export function neverArrived({ missingForMs, timesMissing }: Missing): boolean {
  return timesMissing >= 3 && missingForMs >= hour;
}

/**
 * What an open order becomes by an answer, if anything. Time alone closes nothing, and no answer that says less than these four does.
 */
export function closeBy(answer: UnpaidAnswer, order: UnpaidOrder): 'failed' | 'expired' | undefined {
  const formIsOver = order.isForm && order.age >= formIsOverAfter;
  switch (answer) {
    case 'failed':
      return 'failed';
    case 'pending':
      return formIsOver ? 'expired' : undefined;
    case 'unknown':
      return undefined;
    case 'missing':
      return neverArrived(order) && (formIsOver || !order.isForm) ? 'expired' : undefined;
  }
}
