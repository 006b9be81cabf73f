import type { Witness } from '../inPage/witness';

const { witness }: { witness: Witness } = window;

const update = () => {
  witness.updates++;
};

function createElement() {
  witness.creates++;
  let container: Element | undefined;
  return {
    mount(element: Element) {
      witness.mount((container = element));
    },
    update,
    on: update,
    off: update,
    destroy: () => container?.replaceChildren(),
  };
}

const refuse = () => Promise.reject(new Error('Nobody pays here.'));

const Stripe = () => ({
  elements: () => ({ create: createElement, update }),
  // The React package recognises a Stripe object by these methods.
  createToken: refuse,
  createPaymentMethod: refuse,
  confirmCardPayment: refuse,
});

Object.assign(window, { Stripe });
