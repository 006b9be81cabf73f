import type { Evidence } from '../page/evidence';
import { elementAt } from '../page/openPage';
import { places } from '../page/pageView';
import type { Invariant } from './invariants';

const parkingLimitMs = 15 * 60_000;

function eachPayment({ sdk }: Evidence): string[] {
  return [...new Set(sdk.forms.map(({ payment }) => payment))].flatMap((payment) => {
    const forms = sdk.forms.filter((form) => form.payment === payment);
    const hosts = forms.filter(({ host }) => host.isConnected).length;
    const frames = forms.filter(({ frame }) => frame?.isConnected).length;
    const outcome = sdk.outcomes.get(payment);
    if (outcome && hosts + frames) return [`${payment} has its outcome (${outcome}), and a form on the page`];
    return hosts > 1 || frames > 1
      ? [`${payment} has ${hosts} elements and ${frames} iframes on the page`]
      : [];
  });
}

function eachFrame({ sdk, view, commits, touched, canMove }: Evidence): string[] {
  return sdk.forms.flatMap(({ frame, payment, aloneSince }) => {
    if (!frame?.isConnected) return [];
    const place = places.find((where) => view.cards[where] && elementAt(where)?.contains(frame));
    const commit = place && commits[place];
    // A form in use stays where it is, out of sight, where the browser can't move it without a reload.
    const isOutOfSight = !canMove && touched.has(payment) && frame.closest('[hidden]');
    if (commit && commit.payment !== payment && !isOutOfSight)
      return [`the ${place} card shows ${commit.payment ?? 'no payment'}, and has the iframe of ${payment}`];
    if (place) return [];
    // Suspense keeps a component's effects, so that its payment is still shown.
    if (places.some((where) => view.cards[where]?.hiding === 'Suspense')) return [];
    if (!canMove || !touched.has(payment)) return [`the form of ${payment} was left on the page`];
    const aloneMs = performance.now() - (aloneSince ?? performance.now());
    return aloneMs > parkingLimitMs + 1000 ? [`the form of ${payment} is kept after 15 minutes`] : [];
  });
}

/** A card that says that its form is ready has it, or a card beside it that shows the same payment. */
function eachReadyCard({ sdk, view, commits }: Evidence): string[] {
  return places.flatMap((place) => {
    const payment = commits[place]?.payment;
    const status = elementAt(place)?.querySelector<HTMLElement>('[data-status]')?.dataset.status;
    const isHiddenSomewhere = places.some((where) => view.cards[where]?.hiding);
    if (!payment || status !== 'ready' || isHiddenSomewhere) return [];
    const showing = places.filter((where) => commits[where]?.payment === payment).map(elementAt);
    const isThere = sdk.forms.some(
      (form) =>
        form.payment === payment &&
        form.frame &&
        showing.some((element) => element?.contains(form.frame ?? null)),
    );
    return isThere ? [] : [`the ${place} card says that ${payment} is ready, and its form is not there`];
  });
}

/** Forms are where they belong, once, and gone when they are of no more use. */
export const forms: Invariant = (evidence) => [
  ...eachPayment(evidence),
  ...eachFrame(evidence),
  ...eachReadyCard(evidence),
  ...(evidence.sdk.calls === evidence.sdk.forms.length ? [] : ['Iotpay() was called and not mounted']),
  ...(evidence.script.count > 1 ? ['there are two tags for IOTPay’s script'] : []),
];
