/** Stands for the README's `payments.ts`, which takes its place in the shops that the tests install. */
export { orders } from '../../../examples/minimal/payments';
