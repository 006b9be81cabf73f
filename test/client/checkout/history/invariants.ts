import type { CheckoutEvidence } from './openCheckoutPage';

const hour = 60 * 60_000;

const checkouts = () => [...document.querySelectorAll<HTMLElement>('main .iotpay-checkout')];

const keyOf = ({ view }: CheckoutEvidence) => JSON.stringify({ cart: view.cart });

/** The forms of this life of the page, with their orders, for the sale that the page shows. */
function formsOfSale(evidence: CheckoutEvidence) {
  return evidence.sdk.forms
    .slice(evidence.formsBefore)
    .map((form) => ({ form, order: evidence.shop.bySecureId(form.secureId) }))
    .filter(({ order }) => order.key === keyOf(evidence));
}

/** A checkout says only facts. */
function saysTheTruth(evidence: CheckoutEvidence): string[] {
  const orders = evidence.shop.orders.filter(({ key }) => key === keyOf(evidence));
  const hasFailed = orders.some(
    ({ mchOrderNo, truth }) => truth === 'failed' || evidence.everFailed.has(mchOrderNo),
  );
  const wasDeclined = formsOfSale(evidence).some(({ form }) => evidence.reported.get(form) === 'failed');
  return checkouts().flatMap((checkout) => {
    const { status } = checkout.dataset;
    const text = checkout.textContent;
    const wrong: string[] = [];
    if (/Payment received|Order number/.test(text) && !orders.some(({ truth }) => truth === 'paid'))
      wrong.push('it says paid, and nothing is');
    if (status === 'declined' && !hasFailed && !wasDeclined) wrong.push('it says declined, and nothing was');
    if (/not accepted/.test(text) && status !== 'declined')
      wrong.push(`it says declined in the state ${status}`);
    if (/not been charged/.test(text) && (status !== 'declined' || !hasFailed))
      wrong.push('it says that nothing was charged, and that is unknown');
    if (status === 'confirming' && checkout.querySelector('button, input'))
      wrong.push('it offers something to do while it is unknown whether it is paid');
    return wrong;
  });
}

/** No form is in sight for an order that is paid or undecided as far as this page was told. */
function showsNoFormInVain(evidence: CheckoutEvidence): string[] {
  const inSight = document.querySelector(
    'main .iotpay-checkout-form:not([hidden]) > div:not([hidden]) iframe',
  );
  if (!inSight) return [];
  return formsOfSale(evidence).flatMap(({ form, order }) => {
    const reported = evidence.reported.get(form);
    const isOpen = order.truth !== 'failed' && !evidence.everFailed.has(order.mchOrderNo);
    return reported && reported !== 'failed' && isOpen
      ? [`a form is in sight, and ${order.mchOrderNo} has reported ${reported}`]
      : [];
  });
}

/** A saved card that was charged, or may have been, is never offered to pay another way, however the answer fared. */
function keepsCharges(evidence: CheckoutEvidence): string[] {
  const charged = evidence.shop.orders
    .slice(evidence.ordersBefore)
    .filter(({ key, body, truth }) => key === keyOf(evidence) && body.cardId && truth !== 'failed');
  if (!charged.length) return [];
  return checkouts()
    .map(({ dataset }) => dataset.status ?? '')
    .filter((status) => !['charging', 'confirming', 'paid'].includes(status))
    .map((status) => `a saved card was charged, and the checkout is ${status}`);
}

/** One question per sale, method and attempt, unless its answer did not come or its hour is over. */
function asksOnce(evidence: CheckoutEvidence): string[] {
  const { shop, askedBefore, attempts } = evidence;
  const seen = new Map<string, (typeof shop.asked)[number]>();
  const wrong: string[] = [];
  shop.asked.slice(askedBefore).forEach((question, index) => {
    const { path, body, network, at } = question;
    if (path !== '/pay/checkout') return;
    const attempt = attempts.filter((begun) => begun.question <= askedBefore + index).length;
    const name = `${JSON.stringify(body)} in attempt ${attempt}`;
    const before = seen.get(name);
    // A saved card that was refused, or declined and chosen again, is charged on the customer's word.
    const mayAsk = !before || before.network !== 'works' || at - before.at >= hour - 60_000;
    if (!mayAsk) wrong.push(`${name} was asked twice; the second time it ${network}`);
    seen.set(name, question);
  });
  return wrong;
}

function tellsOnce({ told, view }: CheckoutEvidence): string[] {
  const wrong = told
    .filter((order, index) => told.indexOf(order) !== index)
    .map((order) => `${order} was told twice`);
  for (const checkout of view.hidden ? [] : checkouts()) {
    if (checkout.dataset.status !== 'paid') continue;
    const shown = checkout.querySelectorAll('dd')[1]?.textContent ?? 'no order';
    if (!told.includes(shown)) wrong.push(`${shown} is shown as paid and was not told`);
  }
  return wrong;
}

/** @throws Error if anything that must hold after every step does not */
export function checkInvariants(evidence: CheckoutEvidence): void {
  const wrong = [
    ...evidence.violations,
    ...saysTheTruth(evidence),
    ...showsNoFormInVain(evidence),
    ...keepsCharges(evidence),
    ...asksOnce(evidence),
    ...tellsOnce(evidence),
  ];
  if (wrong.length) throw new Error(`${wrong.join('\n')}\n\nWhat happened:\n${evidence.log.join('\n')}`);
}
