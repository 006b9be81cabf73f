import { sdkWindow } from '../../../src/contract/sdk';
import type { Witness } from '../inPage/witness';

const { witness }: { witness: Witness } = window;

sdkWindow().Iotpay = () => {
  witness.creates++;
  return {
    mount(selector) {
      const container = document.querySelector(selector);
      if (!container) throw new Error(`There is no ${selector}`);
      witness.mount(container);
    },
  };
};
