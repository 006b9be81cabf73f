/** Stands for the README's `Checkout.tsx`, which takes its place in the shop that the test installs. */
export { Checkout } from '../../../../../examples/minimal/Checkout';
