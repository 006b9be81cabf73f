import { screen } from '@testing-library/react';

export const scriptUrl = 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js';

export const scriptTag = (src = scriptUrl) => Object.assign(document.createElement('script'), { src });

/** Loads the fake as a page would, without this library. */
export async function loadSdk(): Promise<NonNullable<typeof window.Iotpay>> {
  document.head.append(scriptTag());
  await Promise.resolve();
  if (!window.Iotpay) throw new Error('The fake has not loaded');
  return window.Iotpay;
}

export const cardStatus = () => screen.getByRole('group').dataset.status;
