import { useSyncExternalStore, type CSSProperties } from 'react';
import { subscribeToPage } from '../pageChanges';

/** The styles of a card's own elements. */
export interface CardLayout {
  card: CSSProperties;
  /** What is shown in the place of the form. */
  place: CSSProperties;
  /** The form's element. While it is hidden, nothing is reserved. */
  form: CSSProperties;
}

/** An alert in the first row, and one cell for the form and what is shown in its place. */
const layout: CardLayout = {
  card: { display: 'grid', gridTemplateColumns: '100%' },
  place: { gridArea: '2/1' },
  form: { gridArea: '2/1', minHeight: 'var(--iotpay-form-height,26rem)' },
};

/**
 * Keeps the page from moving when the form comes: its height is reserved, and the loading text is in the same cell.
 *
 * @param nonce that of the page's policy, which refuses a `style` attribute in a server's HTML. What a script sets is allowed, so the
 *   styles then come with hydration.
 */
export const useCardLayout = (nonce: string | undefined): Partial<CardLayout> =>
  useSyncExternalStore<Partial<CardLayout>>(
    subscribeToPage,
    () => layout,
    () => (nonce ? nothing : layout),
  );

const nothing = {};
