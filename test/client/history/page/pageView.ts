import type { IotPayMode } from 'react-iotpay';

/** The two places of the page that can hold a card each. */
export type Place = 'left' | 'right';

export const places: readonly Place[] = ['left', 'right'];

/** The `secureId` prop of a card. */
export type SeenComponent =
  /** A plain string. */
  | { by: 'string'; secureId: string }
  /** `useSecureId` for a cart, in the component that shows the card. */
  | { by: 'session'; cart: string }
  /** The same without a card. */
  | { by: 'sessionAlone'; cart: string }
  /** `useSecureId` with `enabled: false`. */
  | { by: 'switchedOff' }
  | { by: 'null' }
  | { by: 'undefined' };

export type OutcomeHandler = 'onSuccess' | 'onFail' | 'onTimeout';

/** The handler for each of the three outcomes. */
export const handlerOf = { success: 'onSuccess', failed: 'onFail', unknown: 'onTimeout' } as const;

/** How a card is hidden: React 19's Activity, or a Suspense boundary that waits. */
export type Hiding = 'Activity' | 'Suspense';

export interface SeenCard {
  shown: SeenComponent;
  mode: IotPayMode;
  handlers: readonly OutcomeHandler[];
  hasOnError: boolean;
  /** Which of a few sets of options the card has. */
  looks: number;
  hiding?: Hiding | undefined;
  /** React's key: another one makes another component. */
  reactKey: number;
}

/** The shop's wishes for its page at one moment. */
export interface SeenPage {
  strict: boolean;
  locale: string;
  cards: Record<Place, SeenCard | undefined>;
  /** Counts the shop's renders: the handlers of each are new functions. */
  version: number;
}

/** A payment is one mode and one secureId. */
export const paymentName = (mode: IotPayMode, secureId: string) => `${mode} ${secureId}`;

/** A session is one mode and one cart. */
export const sessionName = (mode: IotPayMode, cart: string) => `${mode} ${cart}`;

/** The name of the session that a card shows, if it is one. */
export function sessionOf(card: SeenCard | undefined): string | undefined {
  if (!card) return undefined;
  const { shown, mode } = card;
  return shown.by === 'session' || shown.by === 'sessionAlone' ? sessionName(mode, shown.cart) : undefined;
}

export function sayShown(shown: SeenComponent): string {
  switch (shown.by) {
    case 'string':
      return `the plain secureId ${shown.secureId}`;
    case 'session':
      return `the session of ${shown.cart}`;
    case 'sessionAlone':
      return `the session of ${shown.cart}, without a card`;
    case 'switchedOff':
      return 'a session that is switched off';
    default:
      return `secureId={${shown.by}}`;
  }
}
