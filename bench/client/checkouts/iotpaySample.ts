import type { IotPayWindow } from '../../../src/contract/sdk';
import { askForSecureId, goOn, type StartCheckout } from './checkout';

declare const window: Window & IotPayWindow;

/** Does the same as IOTPay's own sample: the script, then the secureId, then the form, which is never taken away. */
export const start: StartCheckout = (container) => {
  container.innerHTML = '<div id="iotpay_normal"></div>';
  const script = document.createElement('script');
  script.src = 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js';
  script.onload = async () => {
    const secureId = await askForSecureId();
    window.Iotpay?.(secureId, 'Pay').mount('#iotpay_normal', ({ detail }) => {
      const url = detail?.retData?.redirectUrl;
      if (typeof url === 'string') location.replace(url);
      else goOn();
    });
  };
  document.head.append(script);
};
