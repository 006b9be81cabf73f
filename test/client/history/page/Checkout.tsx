import * as React from 'react';
import { lazy, StrictMode, Suspense, useLayoutEffect, type ComponentType, type ReactNode } from 'react';
import {
  fr,
  IotPayProvider,
  zh,
  type IotPayCardOptions,
  type IotPayMode,
  type IotPayOutcome,
} from 'react-iotpay';
import { Card, useSession, type ComingAnswer, type ComingSession } from '../../comingApi';
import type { Commit } from './evidence';
import {
  paymentName,
  places,
  sessionOf,
  type SeenCard,
  type Hiding,
  type OutcomeHandler,
  type SeenPage,
  type Place,
  type SeenComponent,
} from './pageView';

/** The reports of the shop's page to the test. */
export interface Watcher {
  request(cart: string, mode: IotPayMode, signal: AbortSignal): Promise<ComingAnswer>;
  committed(place: Place, commit: Commit | undefined): void;
  told(
    place: Place,
    by: { version: number; payment: string | undefined },
    handler: OutcomeHandler,
    outcome: IotPayOutcome,
  ): void;
  touched(payment: string | undefined): void;
  ignored(payment: string | undefined, because: string): void;
}

const looks: readonly (IotPayCardOptions | undefined)[] = [
  undefined,
  { theme: 'card' },
  { darkMode: 'auto', button: { text: 'Pay now' } },
];

const languages = [fr, zh];

/** React 18 has none. */
const { Activity } = React as {
  Activity?: ComponentType<{ mode: 'visible' | 'hidden'; children: ReactNode }>;
};

export const hasActivity = !!Activity;

const Never = lazy(() => new Promise<never>(() => undefined));

/** Hides its children and keeps them, as a router or a tab panel would. */
function Curtain({ hiding, children }: { hiding: Hiding | undefined; children: ReactNode }) {
  const inside = (
    <Suspense fallback={null}>
      {hiding === 'Suspense' && <Never />}
      {children}
    </Suspense>
  );
  return Activity ? (
    <Activity mode={hiding === 'Activity' ? 'hidden' : 'visible'}>{inside}</Activity>
  ) : (
    inside
  );
}

function secureIdFor(shown: SeenComponent, session: ComingSession) {
  if (shown.by === 'string') return shown.secureId;
  if (shown.by === 'null') return null;
  return shown.by === 'undefined' ? undefined : session;
}

interface CardPlaceProps {
  place: Place;
  card: SeenCard;
  version: number;
  watcher: Watcher;
}

function CardPlace({ place, card, version, watcher }: CardPlaceProps) {
  const { shown, mode, handlers } = card;
  const cart = 'cart' in shown ? shown.cart : 'unused';
  const name = sessionOf(card);
  const session = useSession(({ signal }) => watcher.request(cart, mode, signal), {
    key: cart,
    mode,
    enabled: !!name,
  });
  const secureId = secureIdFor(shown, session);
  const id = typeof secureId === 'string' ? secureId : secureId?.secureId;
  const payment = id && shown.by !== 'sessionAlone' ? paymentName(mode, id) : undefined;

  useLayoutEffect(() => {
    watcher.committed(place, {
      version,
      payment,
      session: name ? { name, status: session.status, secureId: session.secureId } : undefined,
      refresh: session.refresh,
    });
  });
  useLayoutEffect(() => () => watcher.committed(place, undefined), [place, watcher]);

  const hear = (handler: OutcomeHandler) =>
    handlers.includes(handler)
      ? (outcome: IotPayOutcome) => watcher.told(place, { version, payment }, handler, outcome)
      : undefined;

  if (shown.by === 'sessionAlone') return <output>{session.status}</output>;
  return (
    <Card
      secureId={secureId}
      mode={mode}
      options={looks[card.looks]}
      script={{ retries: 0 }}
      redirect="manual"
      onSuccess={hear('onSuccess')}
      onFail={hear('onFail')}
      onTimeout={hear('onTimeout')}
      onError={card.hasOnError ? () => undefined : undefined}
      onTouched={() => watcher.touched(payment)}
      onIgnoredOutcome={(_, because) => watcher.ignored(payment, because)}
    />
  );
}

/** The shop's page: two places for a card, each behind a curtain of its own. */
export function Checkout({ view, watcher }: { view: SeenPage; watcher: Watcher }) {
  const page = (
    <IotPayProvider locale={view.locale} languages={languages}>
      {places.map((place) => {
        const card = view.cards[place];
        return (
          card && (
            <Curtain key={place} hiding={card.hiding}>
              <div data-place={place}>
                <CardPlace key={card.reactKey} {...{ place, card, watcher }} version={view.version} />
              </div>
            </Curtain>
          )
        );
      })}
    </IotPayProvider>
  );
  return view.strict ? <StrictMode>{page}</StrictMode> : page;
}
