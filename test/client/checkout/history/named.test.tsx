import { it } from 'vitest';
import { planCharges, report, setNetwork, show, press, type CheckoutStep } from './checkoutSteps';
import { playCheckout } from './playCheckout';

/** Histories that random ones have found, and those that the checks of others depend on. */
const found: readonly [string, readonly CheckoutStep[]][] = [
  [
    'says paid for a second order while the first one is unknown',
    [press(1), report(3, 'timeout', 'unclear'), report(0, 'paid', 'paid')],
  ],
  [
    'keeps a saved card’s lost charge unknown when the next question is refused',
    [
      press(2),
      planCharges('unclear'),
      setNetwork('loses'),
      press(3),
      setNetwork('refuses'),
      show({ strict: true }),
    ],
  ],
];

it.each(found)('%s', (_, steps) => playCheckout(steps));
