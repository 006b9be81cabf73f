import type { SecureIdState } from '../../secureId/secureIdAnswer';
import type { IotPayCheckoutState } from './checkoutState';
import type { IotPayMethod } from './method';

/** The data that a component of a sale renders. */
export type SaleView = IotPayCheckoutState & {
  /** The ways to pay that the customer can choose from. */
  methods: readonly IotPayMethod[];
  /** The chosen way to pay. It is undefined while it depends on saved cards that are still loading. */
  method: IotPayMethod | undefined;
  /** The secureId of the present attempt, if it was asked for. */
  session: SecureIdState | undefined;
};

/** Whether a component would render the same, because every field is the same. */
export const isSameView = (a: SaleView, b: SaleView): boolean =>
  (Object.keys({ ...a, ...b }) as (keyof SaleView)[]).every((name) => a[name] === b[name]);
