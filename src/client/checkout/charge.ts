import type { CheckoutView } from '../../contract/shopRoutes';
import type { IotPayClientError } from '../error';
import { createQuestions, type Questions } from '../order/questions';
import { pageChanged } from '../pageChanges';
import { isRefusal } from '../shop/askShop';

/** The charge of a saved card, which the shop's server makes. */
export interface Charge extends Pick<Questions, 'start' | 'stop'> {
  /** `lost`: the answer did not come, so the card may have been charged. The server is asked the same thing again. */
  readonly get: () => 'charging' | 'lost' | CheckoutView | IotPayClientError;
}

/**
 * @param ask has the shop's server charge the card. Asked twice, it gives back the order that it has made
 * @param note hears of the order
 */
export function createCharge(
  ask: (signal: AbortSignal) => Promise<CheckoutView>,
  note: (view: CheckoutView) => void,
): Charge {
  let state: ReturnType<Charge['get']> = 'charging';
  let wasLost = false;

  function lose(): void {
    if (typeof state === 'object') return;
    wasLost = true;
    state = 'lost';
    pageChanged();
  }

  async function askOnce(signal: AbortSignal): Promise<void> {
    // It took too long. A shop's own API may not hear the signal.
    signal.addEventListener('abort', lose);
    try {
      const view = await ask(signal);
      if (typeof state === 'object') return;
      state = view;
      note(view);
    } catch (error) {
      if (typeof state === 'object') return;
      // After a lost answer, a refusal of the second question says nothing of the first.
      if (wasLost || !isRefusal(error)) {
        lose();
        return;
      }
      state = error as IotPayClientError;
      pageChanged();
    }
  }

  return {
    get: () => state,
    ...createQuestions(askOnce, () => typeof state === 'object'),
  };
}
