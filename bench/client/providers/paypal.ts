import type { Witness } from '../inPage/witness';

const { witness }: { witness: Witness } = window;

function Buttons() {
  witness.creates++;
  let container: Element | undefined;
  return {
    isEligible: () => true,
    render(element: Element) {
      witness.mount((container = element));
      return Promise.resolve();
    },
    updateProps() {
      witness.updates++;
    },
    close() {
      container?.replaceChildren();
      return Promise.resolve();
    },
  };
}

Object.assign(window, { paypal: { Buttons } });
