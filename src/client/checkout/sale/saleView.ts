import type { SecureIdState } from '../../secureId/secureIdAnswer';
import type { IotPayCheckoutState } from './checkoutState';
import type { IotPayMethod } from './method';

/** What a component of a sale renders. */
export type SaleView = IotPayCheckoutState & {
  /** The ways to pay that the customer can choose from. */
  methods: readonly IotPayMethod[];
  /** The chosen one. There is none while it depends on the saved cards, which are on their way. */
  method: IotPayMethod | undefined;
  /** The secureId of the present attempt, if it was asked for. */
  session: SecureIdState | undefined;
};

/** Whether a component would render the same, field by field. */
export const isSameView = (a: SaleView, b: SaleView): boolean =>
  (Object.keys({ ...a, ...b }) as (keyof SaleView)[]).every((name) => a[name] === b[name]);
