import type { IotPayMode } from 'react-iotpay';
import { isHeldInAMode, isUndecided, requestsOf } from '../model/facts';
import { hasActivity } from '../page/Checkout';
import type { Evidence } from '../page/evidence';
import type { PageUnderTest } from '../page/openPage';
import { moment } from '../page/pageClock';
import {
  places,
  sayShown,
  sessionOf,
  type SeenCard,
  type Hiding,
  type OutcomeHandler,
  type Place,
  type SeenComponent,
} from '../page/pageView';
import { defineStep } from './command';

/** The cards that a new view mounts or shows: their sessions ask again if they have failed, and look at the clock. */
function noteMounts({ evidence }: PageUnderTest, cards: readonly (SeenCard | undefined)[]): void {
  for (const card of cards) {
    const session = sessionOf(card);
    if (!session) continue;
    evidence.mayAsk.set(session, 'mounted');
    if (!card?.hiding) evidence.mountedAt.set(session, moment());
  }
}

function changeCard(page: PageUnderTest, place: Place, change: Partial<SeenCard>): Promise<void> {
  const { cards } = page.evidence.view;
  return page.render({ cards: { ...cards, [place]: { ...cards[place], ...change } } });
}

/** A change after which a card's effects run anew. */
function mountAs(page: PageUnderTest, place: Place, change: Partial<SeenCard>): Promise<void> {
  noteMounts(page, [{ ...(page.evidence.view.cards[place] as SeenCard), ...change }]);
  return changeCard(page, place, change);
}

const isOpen = (place: Place) => (evidence: Evidence) => {
  const card = evidence.view.cards[place];
  return !!card && !card.hiding;
};

export type NewCard = Omit<SeenCard, 'hiding' | 'reactKey'>;

export const mountCard = defineStep('mountCard', (place: Place, card: NewCard) => ({
  says: `the ${place} card is mounted, in mode ${card.mode}, with ${sayShown(card.shown)}, ${card.handlers.join(', ') || 'no handler'}${card.hasOnError ? '' : ', without onError'}`,
  when: ({ view }) => !view.cards[place],
  does: (page) => mountAs(page, place, { ...card, reactKey: 0 }),
}));

export const unmountCard = defineStep('unmountCard', (place: Place) => ({
  says: `the ${place} card is unmounted`,
  when: ({ view }) => !!view.cards[place],
  does: (page) => page.render({ cards: { ...page.evidence.view.cards, [place]: undefined } }),
}));

/** Another key: the old component goes and a new one comes in one commit. */
export const remountCard = defineStep('remountCard', (place: Place) => ({
  says: `the ${place} card gets another React key`,
  when: isOpen(place),
  does: (page) => mountAs(page, place, { reactKey: (page.evidence.view.cards[place]?.reactKey ?? 0) + 1 }),
}));

export const switchPayment = defineStep('switchPayment', (place: Place, shown: SeenComponent) => ({
  says: `the ${place} card switches to ${sayShown(shown)}`,
  when: (evidence) =>
    isOpen(place)(evidence) && sayShown(evidence.view.cards[place]?.shown ?? shown) !== sayShown(shown),
  does: (page) => mountAs(page, place, { shown }),
}));

/** The secureId of a session, handed to a card as a plain string. */
export const showSameSecureId = defineStep('showSameSecureId', (place: Place, number: number) => {
  const chosen = ({ server }: Evidence) => {
    const usable = server.requests.filter(({ secureId, cameTooLate }) => secureId && !cameTooLate);
    return usable[number % usable.length];
  };
  return {
    says: `the ${place} card switches to a session’s secureId (number ${number} of them) as a plain string`,
    when: (evidence) => isOpen(place)(evidence) && !!chosen(evidence),
    does: (page) => {
      const { secureId = '', mode } = chosen(page.evidence) ?? {};
      return mountAs(page, place, { shown: { by: 'string', secureId }, ...(mode && { mode }) });
    },
  };
});

export const switchMode = defineStep('switchMode', (place: Place) => ({
  says: `the ${place} card switches to the other mode`,
  when: isOpen(place),
  does: (page) => {
    const mode: IotPayMode = page.evidence.view.cards[place]?.mode === 'Pay' ? 'Add' : 'Pay';
    return mountAs(page, place, { mode });
  },
}));

export const changeHandlers = defineStep(
  'changeHandlers',
  (place: Place, handlers: readonly OutcomeHandler[], hasOnError: boolean) => ({
    says: `the ${place} card is rendered with new handlers: ${handlers.join(', ') || 'none'}${hasOnError ? '' : ', without onError'}`,
    when: isOpen(place),
    does: (page) => changeCard(page, place, { handlers, hasOnError }),
  }),
);

export const changeLooks = defineStep('changeLooks', (place: Place, looks: number) => ({
  says: `the ${place} card is rendered with other options (${looks})`,
  when: isOpen(place),
  does: (page) => changeCard(page, place, { looks }),
}));

export const changeLanguage = defineStep('changeLanguage', (locale: string) => ({
  says: `the page is rendered in ${locale}`,
  does: (page) => page.render({ locale }),
}));

export const toggleStrictMode = defineStep('toggleStrictMode', () => ({
  says: 'StrictMode is switched on or off, which mounts the whole page anew',
  when: ({ view }) => places.some((place) => view.cards[place]),
  does: (page) => {
    const { strict, cards } = page.evidence.view;
    noteMounts(page, Object.values(cards));
    return page.render({ strict: !strict });
  },
}));

export const hideCard = defineStep('hideCard', (place: Place, wanted: Hiding) => {
  const hiding = hasActivity ? wanted : 'Suspense';
  return {
    says: `${hiding} hides the ${place} card`,
    when: isOpen(place),
    does: (page) => changeCard(page, place, { hiding }),
  };
});

export const showCard = defineStep('showCard', (place: Place) => ({
  says: `the ${place} card is shown again`,
  when: ({ view }) => !!view.cards[place]?.hiding,
  does: (page) => {
    const card = page.evidence.view.cards[place] as SeenCard;
    // Suspense keeps a component's effects, so that it need not look at the clock when it shows again.
    noteMounts(page, [card.hiding === 'Suspense' ? card : { ...card, hiding: undefined }]);
    return changeCard(page, place, { hiding: undefined });
  },
}));

/** A component that has a result of `useSecureId` calls its `refresh()`. */
export const refresh = defineStep('refresh', (place: Place) => ({
  says: `the shop calls refresh() of the ${place} card’s session`,
  when: ({ commits }) => !!commits[place]?.session,
  does: async ({ evidence, perform }) => {
    const { session, refresh: ask } = evidence.commits[place] ?? {};
    if (!session) return;
    const before = requestsOf(evidence, session.name);
    const { answer, cameTooLate = false } = before.at(-1) ?? {};
    const isHeld = before.some(({ secureId = '' }) => isHeldInAMode(evidence, secureId));
    const isDecided = isUndecided(evidence, session.name) || (answer === 'unknown' && !cameTooLate);
    evidence.mayAsk.set(session.name, 'asked');
    await perform(() => ask?.());
    if (!isDecided && !isHeld && requestsOf(evidence, session.name).length === before.length)
      evidence.violations.push(`refresh() of ${session.name} asked for nothing`);
  },
}));
