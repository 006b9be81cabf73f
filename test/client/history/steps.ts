import fc from 'fast-check';
import type { IotPayMode } from 'react-iotpay';
import * as clock from './commands/clock';
import type { History, Step } from './commands/command';
import * as customer from './commands/customer';
import * as gateway from './commands/gateway';
import * as shop from './commands/shop';
import type { Evidence } from './page/evidence';
import type { MountPlan } from './page/hostedSdk';
import type { Hiding, OutcomeHandler, Place, SeenComponent } from './page/pageView';
import { sdkEvents, type OutcomeStatus, type SdkEventName } from './page/sdkEvents';

const second = 1000;
const minute = 60 * second;

const place = fc.constantFrom<Place>('left', 'right');
const mode = fc.constantFrom<IotPayMode>('Pay', 'Pay', 'Pay', 'Add');
const cart = fc.constantFrom('cart-1', 'cart-1', 'cart-2', 'cart-3');
const number = fc.nat({ max: 5 });

const shown: fc.Arbitrary<SeenComponent> = fc.oneof(
  { weight: 6, arbitrary: cart.map((name) => ({ by: 'session' as const, cart: name })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('plain-1', 'plain-1', 'plain-2', 'plain-3', 'plain-4')
      .map((secureId) => ({ by: 'string' as const, secureId })),
  },
  { weight: 1, arbitrary: cart.map((name) => ({ by: 'sessionAlone' as const, cart: name })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<SeenComponent>({ by: 'null' }, { by: 'undefined' }, { by: 'switchedOff' }),
  },
);

const allHandlers: readonly OutcomeHandler[] = ['onSuccess', 'onFail', 'onTimeout'];

const handlers: fc.Arbitrary<readonly OutcomeHandler[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(allHandlers) },
  { weight: 1, arbitrary: fc.subarray([...allHandlers]) },
);

const hasOnError = fc.constantFrom(true, true, true, false);
const looks = fc.nat({ max: 2 });

const card = fc.record({ shown, mode, handlers, hasOnError, looks });

const eventsOf = (status: OutcomeStatus) =>
  fc.constantFrom(...(Object.keys(sdkEvents) as SdkEventName[]).filter((name) => sdkEvents[name] === status));

const eventName = fc.oneof(
  { weight: 2, arbitrary: eventsOf('success') },
  { weight: 3, arbitrary: eventsOf('failed') },
  { weight: 2, arbitrary: eventsOf('unknown') },
);

const mountPlan: fc.Arbitrary<MountPlan> = fc.oneof(
  fc.constantFrom<MountPlan>('shows', 'shows', 'showsAtOnce', 'neverLoads', 'showsNothing', 'throws'),
  eventName.map((callsBack) => ({ callsBack })),
);

const length = fc.constantFrom(minute, 17 * minute, 61 * minute, 180 * minute);

/** Each kind of step, as often as it is wanted beside the others. */
const weighted: readonly (readonly [number, fc.Arbitrary<Step>])[] = [
  [9, fc.tuple(place, card).map((args) => shop.mountCard(...args))],
  [2, place.map(shop.unmountCard)],
  [1, place.map(shop.remountCard)],
  [3, fc.tuple(place, shown).map((args) => shop.switchPayment(...args))],
  [1, fc.tuple(place, number).map((args) => shop.showSameSecureId(...args))],
  [1, place.map(shop.switchMode)],
  [1, fc.tuple(place, handlers, hasOnError).map((args) => shop.changeHandlers(...args))],
  [1, fc.tuple(place, looks).map((args) => shop.changeLooks(...args))],
  [1, fc.constantFrom('en', 'fr-CA', 'zh', 'fr_CA').map(shop.changeLanguage)],
  [1, fc.constant(undefined).map(shop.toggleStrictMode)],
  [2, fc.tuple(place, fc.constantFrom<Hiding>('Activity', 'Suspense')).map((args) => shop.hideCard(...args))],
  [6, place.map(shop.showCard)],
  [3, place.map(shop.refresh)],
  [1, fc.constantFrom('works' as const, 'fails' as const, 'hangs' as const).map(gateway.setNetwork)],
  [1, fc.constant(undefined).map(gateway.loadScriptElsewhere)],
  [2, mountPlan.map(gateway.planMounts)],
  [6, number.map(gateway.loadForm)],
  [
    4,
    fc
      .tuple(number, fc.array(eventName, { minLength: 1, maxLength: 2 }))
      .map((args) => gateway.callBack(...args)),
  ],
  [
    2,
    fc
      .constantFrom(
        ...(['secureId', 'secureId', 'hangs', 'hangs', 'error', 'nonsense', 'paid', 'unknown'] as const),
      )
      .map(gateway.planAnswers),
  ],
  [
    14,
    fc
      .tuple(
        number,
        fc.constantFrom(
          ...(['secureId', 'secureId', 'secureId', 'error', 'nonsense', 'paid', 'unknown'] as const),
        ),
      )
      .map((args) => gateway.answerRequest(...args)),
  ],
  [4, place.map(customer.touchForm)],
  [1, fc.constant(undefined).map(customer.leaveForm)],
  [20, place.map(customer.pressButton)],
  [2, fc.oneof(fc.constantFrom(5 * second, 20 * second, 40 * second), length).map(clock.passTimeAwake)],
  [
    2,
    fc
      .tuple(length, fc.constantFrom<clock.Waking>('visibilitychange', 'pageshow', 'focus', 'nothing'))
      .map((args) => clock.sleepAndWake(...args)),
  ],
  [1, fc.constantFrom(30 * minute, 120 * minute).map(clock.setClockBack)],
  [1, fc.constant(undefined).map(clock.restorePage)],
  [1, fc.constant(undefined).map(clock.switchTab)],
];

export const browsers = fc.record({ canMove: fc.boolean(), paints: fc.boolean() });

/** The first step of a history. */
export const firstStep = fc.tuple(place, card).map((args) => shop.mountCard(...args));

/** Random histories of one page; `replayPath` is for one that fast-check has reported. */
export const histories = (replayPath?: string): fc.Arbitrary<Iterable<fc.AsyncCommand<Evidence, History>>> =>
  fc.commands<Evidence, History, false>(
    [fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })))],
    { maxCommands: 100, size: 'max', ...(replayPath && { replayPath }) },
  );
