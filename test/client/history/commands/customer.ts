import { formsOf } from '../model/facts';
import type { Evidence } from '../page/evidence';
import { elementAt } from '../page/openPage';
import { moment } from '../page/pageClock';
import { sessionOf, type Place } from '../page/pageView';
import { defineStep } from './command';

const visible = (place: Place, selector: string) =>
  [...(elementAt(place)?.querySelectorAll<HTMLElement>(selector) ?? [])].find(
    (element) => !element.closest('[hidden]'),
  );

const isOnPage = ({ commits }: Evidence, place: Place) => !!commits[place];

export const touchForm = defineStep('touchForm', (place: Place) => ({
  says: `the customer enters the form of the ${place} card`,
  when: (evidence) => isOnPage(evidence, place) && !!visible(place, 'iframe'),
  does: ({ evidence: { sdk, touched }, perform }) =>
    perform(() => {
      const frame = visible(place, 'iframe');
      const form = sdk.forms.find((one) => one.frame === frame);
      if (!frame || !form) return;
      touched.add(form.payment);
      frame.focus();
      window.dispatchEvent(new Event('blur'));
    }),
}));

export const leaveForm = defineStep('leaveForm', () => ({
  says: 'the customer goes from the form back to the page',
  when: () => document.activeElement?.tagName === 'IFRAME',
  does: ({ evidence, perform }) =>
    perform(() => {
      evidence.wokeAt = moment();
      (document.activeElement as HTMLElement).blur();
      window.dispatchEvent(new Event('focus'));
    }),
}));

/** The one button of a card: "Try again" or "Try another card". */
export const pressButton = defineStep('pressButton', (place: Place) => ({
  says: `the customer presses the button of the ${place} card`,
  when: (evidence) => isOnPage(evidence, place) && !!visible(place, 'button'),
  does: ({ evidence, perform }) => {
    const session = sessionOf(evidence.view.cards[place]);
    if (session) evidence.mayAsk.set(session, 'asked');
    const payment = evidence.commits[place]?.payment;
    if (payment) {
      evidence.mayMountAgain.add(payment);
      for (const form of formsOf(evidence, payment)) form.waitedTwice = true;
    }
    return perform(() => visible(place, 'button')?.click());
  },
}));
