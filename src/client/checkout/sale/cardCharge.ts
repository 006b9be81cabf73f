import type { CheckoutView } from '../../../contract/shopRoutes';
import type { IotPayClientError } from '../../error';
import { createQuestions, type Questions } from '../../order/questions';
import { pageChanged } from '../../pageChanges';
import { isRefusal } from '../../shop/askShop';

/** The charge of a saved card by the shop's server. */
export interface CardCharge extends Pick<Questions, 'start' | 'stop'> {
  /**
   * `lost` means that the answer did not come, so the card may have been charged. The server is asked the same thing
   * again.
   */
  readonly get: () => 'charging' | 'lost' | CheckoutView | IotPayClientError;
}

/**
 * @param ask makes the shop's server charge the card. The second time, the server answers with the order that it has
 *   made
 * @param note hears of the order
 */
export function createCardCharge(
  ask: (signal: AbortSignal) => Promise<CheckoutView>,
  note: (view: CheckoutView) => void,
): CardCharge {
  let state: ReturnType<CardCharge['get']> = 'charging';
  const isDecided = () => typeof state === 'object';

  function change(next: typeof state): void {
    if (isDecided()) return;
    state = next;
    pageChanged();
  }

  const questions = createQuestions(
    async (signal) => {
      const view = await ask(signal);
      note(view);
      change(view);
    },
    // After a lost answer, a refusal of the second question does not say how the first one ended.
    (error) => change(isRefusal(error) && state !== 'lost' ? (error as IotPayClientError) : 'lost'),
    isDecided,
  );

  return { get: () => state, ...questions };
}
