import fc, { type AsyncCommand } from 'fast-check';
import { vi } from 'vitest';
import { passTime } from '../../history/page/pageClock';
import { checkInvariants } from './invariants';
import { openCheckoutPage, type CheckoutEvidence, type CheckoutPage } from './openCheckoutPage';

/** In the end the network works and the customer looks: then the page knows of each payment that was made with one of its orders. */
async function comesToKnow(page: CheckoutPage): Promise<void> {
  const { evidence, perform, render } = page;
  const { shop, sdk, script, log, view } = evidence;
  log.push('* everything works, and the customer looks');
  shop.network = 'works';
  evidence.isInBackground = false;
  await perform(() => script.setNetwork('works'));
  await render({ checkouts: 1, hidden: false });
  await perform(() => passTime(61_000));
  await perform(() => window.dispatchEvent(new Event('focus')));
  await perform(() => passTime(61_000));
  checkInvariants(evidence);
  const checkout = document.querySelector<HTMLElement>('main .iotpay-checkout');
  const key = JSON.stringify({ cart: view.cart });
  const known = sdk.forms
    .slice(evidence.formsBefore)
    .filter((form) => evidence.reported.get(form) === 'success')
    .map((form) => shop.bySecureId(form.secureId));
  const isPaid = known.some((order) => order.key === key && order.truth === 'paid');
  if (isPaid && checkout?.dataset.status !== 'paid')
    evidence.violations.push(`a payment was made, and the checkout is ${checkout?.dataset.status}`);
  checkInvariants(evidence);
}

/** When everything is unmounted, nothing runs and nothing is asked any more. */
async function leavesNothing({ evidence, perform, unmount }: CheckoutPage): Promise<void> {
  evidence.log.push('* everything is unmounted');
  await unmount();
  // A form that the customer has entered is kept for 15 minutes.
  await perform(() => passTime(16 * 60_000));
  const asked = evidence.shop.asked.length;
  await perform(() => window.dispatchEvent(new Event('focus')));
  await perform(() => passTime(2 * 60_000));
  if (evidence.shop.asked.length !== asked) evidence.violations.push('the shop’s server is still asked');
  if (vi.getTimerCount()) evidence.violations.push(`${vi.getTimerCount()} timers still run`);
  if (document.querySelector('iframe')) evidence.violations.push('a form was left on the page');
  checkInvariants(evidence);
}

/** Plays one history of a checkout's page, and rejects if anything that must hold does not, at any step or at the end. */
export async function playCheckout(
  steps: Iterable<AsyncCommand<CheckoutEvidence, CheckoutPage>>,
): Promise<void> {
  const page = openCheckoutPage();
  try {
    await page.render({ checkouts: 1 });
    await fc.asyncModelRun(() => ({ model: page.evidence, real: page }), steps);
    await comesToKnow(page);
    await leavesNothing(page);
  } finally {
    await page.close();
  }
}
