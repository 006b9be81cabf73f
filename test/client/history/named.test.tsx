import { describe, it } from 'vitest';
import { passTimeAwake, setClockBack, sleepAndWake, switchTab } from './commands/clock';
import type { Step } from './commands/command';
import { pressButton, touchForm } from './commands/customer';
import { callBack, planAnswers, planMounts } from './commands/gateway';
import {
  hideCard,
  mountCard,
  refresh,
  remountCard,
  showCard,
  showSameSecureId,
  switchMode,
  switchPayment,
  toggleStrictMode,
  unmountCard,
  type NewCard,
} from './commands/shop';
import type { SeenComponent } from './page/pageView';
import { playHistory } from './playHistory';

const minute = 60_000;

const card = (shown: SeenComponent): NewCard => ({
  shown,
  mode: 'Pay',
  handlers: ['onSuccess', 'onFail', 'onTimeout'],
  hasOnError: true,
  looks: 0,
});

const plain = { by: 'string', secureId: 'plain-1' } as const;
const cart1 = { by: 'session', cart: 'cart-1' } as const;
const cart2 = { by: 'session', cart: 'cart-2' } as const;

/** Histories that random ones have found. Each is played in every kind of browser. */
const found: readonly [string, readonly Step[]][] = [
  [
    'shows no form of another payment in a card that switched while the customer was in its form',
    [mountCard('left', card(cart1)), touchForm('left'), switchPayment('left', plain)],
  ],
  [
    'shows no form in a card that came to wait for a secureId while the customer was in its form',
    [mountCard('left', card(plain)), touchForm('left'), switchPayment('left', { by: 'undefined' })],
  ],
  [
    'leaves no timer behind of a form that the customer has entered',
    [mountCard('left', card(plain)), touchForm('left')],
  ],
  [
    'leaves no timer behind of a form that the customer has entered and an Activity has hidden',
    [mountCard('left', card(plain)), touchForm('left'), hideCard('left', 'Activity')],
  ],
  [
    'says once that the customer has entered a form that two cards show',
    [mountCard('left', card(cart1)), mountCard('right', card(cart1)), touchForm('left')],
  ],
  [
    'renews a session with the request of a component that still shows it',
    [
      mountCard('left', card(cart1)),
      mountCard('right', card(cart1)),
      switchPayment('right', cart2),
      passTimeAwake(61 * minute),
    ],
  ],
  [
    'renews a session with the request of a component that still shows it, when the first one has gone on',
    [
      mountCard('left', card(cart1)),
      mountCard('right', card(cart1)),
      switchPayment('left', cart2),
      passTimeAwake(61 * minute),
    ],
  ],
  [
    'asks for nothing when a hidden session turns out to be undecided and is shown again',
    [
      mountCard('left', card(cart1)),
      sleepAndWake(61 * minute, 'nothing'),
      remountCard('left'),
      hideCard('left', 'Activity'),
      callBack(0, ['timeout']),
      showCard('left'),
    ],
  ],
  [
    'asks for nothing when the customer has entered an expired form and another card shows its session',
    [
      mountCard('left', card(cart1)),
      switchTab(),
      passTimeAwake(61 * minute),
      touchForm('left'),
      mountCard('right', card(cart1)),
    ],
  ],
  [
    'asks for nothing when an expired session turns out to be undecided and its card is mounted anew',
    [
      mountCard('left', card(cart1)),
      switchTab(),
      passTimeAwake(61 * minute),
      callBack(0, ['timeout']),
      remountCard('left'),
    ],
  ],
  [
    'waits for the customer after a decline, also when the secureId had expired before',
    [
      mountCard('left', card(cart1)),
      switchTab(),
      passTimeAwake(61 * minute),
      callBack(0, ['declined']),
      remountCard('left'),
    ],
  ],
  [
    'opens no secureId after its hour when a form that threw is tried again',
    [
      planMounts('throws'),
      mountCard('left', card(cart1)),
      sleepAndWake(61 * minute, 'nothing'),
      pressButton('left'),
    ],
  ],
  [
    'renews a session that expired without a card as soon as a card shows it',
    [
      mountCard('left', card(cart1)),
      switchPayment('left', { by: 'sessionAlone', cart: 'cart-1' }),
      sleepAndWake(180 * minute, 'pageshow'),
      mountCard('right', card(cart1)),
    ],
  ],
  [
    'does not wait forever for a form of a plain secureId that was a session’s and is over',
    [
      mountCard('left', card({ by: 'sessionAlone', cart: 'cart-1' })),
      sleepAndWake(180 * minute, 'nothing'),
      showSameSecureId('left', 0),
    ],
  ],
  [
    'knows that an hour is over which the page has slept through, though the clock was set back afterwards',
    [
      mountCard('left', card(cart1)),
      switchPayment('left', plain),
      sleepAndWake(61 * minute, 'focus'),
      setClockBack(30 * minute),
      switchPayment('left', cart1),
    ],
  ],
  [
    'keeps a form in use that Suspense hides no longer than one whose component has gone',
    [
      mountCard('left', card(cart1)),
      touchForm('left'),
      hideCard('left', 'Suspense'),
      passTimeAwake(180 * minute),
      unmountCard('left'),
    ],
  ],
  [
    'says that a form is loading again which was put away while its card was switched in a background tab',
    [
      mountCard('right', card(cart1)),
      switchTab(),
      mountCard('left', card({ by: 'sessionAlone', cart: 'cart-1' })),
      switchMode('right'),
      passTimeAwake(61 * minute),
      switchMode('right'),
    ],
  ],
  [
    'asks once when a session whose hour is over is remounted and the request fails',
    [
      mountCard('left', card(cart1)),
      sleepAndWake(61 * minute, 'nothing'),
      planAnswers('error'),
      remountCard('left'),
    ],
  ],
  [
    'asks for no second secureId while the customer is in the form of the first one, which a plain string shows',
    [
      mountCard('right', card(cart2)),
      mountCard('left', card(cart1)),
      showSameSecureId('left', 0),
      planAnswers('error'),
      refresh('right'),
      touchForm('left'),
      switchPayment('left', cart2),
      pressButton('left'),
    ],
  ],
  [
    'hears the late outcome of a form that it left for an earlier one',
    [
      mountCard('left', card(cart1)),
      mountCard('right', card(cart1)),
      showSameSecureId('left', 0),
      refresh('right'),
      touchForm('left'),
      refresh('right'),
      callBack(0, ['timeout']),
    ],
  ],
  [
    'does not call a form ready that went with the other card which showed it',
    [
      mountCard('left', card(cart1)),
      mountCard('right', card(cart1)),
      switchTab(),
      sleepAndWake(61 * minute, 'visibilitychange'),
      unmountCard('left'),
    ],
  ],
  [
    'does not mount a form that threw once more only because its card is mounted once more',
    [planMounts('throws'), mountCard('left', card(plain)), toggleStrictMode()],
  ],
];

describe.each([
  ['without moveBefore(), within act()', { canMove: false, paints: false }],
  ['with moveBefore(), within act()', { canMove: true, paints: false }],
  ['without moveBefore(), with effects after the paint', { canMove: false, paints: true }],
  ['with moveBefore(), with effects after the paint', { canMove: true, paints: true }],
])('a page in a browser %s', (_, browser) => {
  it.each(found)('%s', (_name, steps) => playHistory(browser, steps));
});
