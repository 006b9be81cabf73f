import { screen } from '@testing-library/react';
import { sdkWindow, type IotPayFactory } from '../../src/contract/sdk';

export const scriptUrl = 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js';

export const scriptTag = (src = scriptUrl) => Object.assign(document.createElement('script'), { src });

/** Loads the fake as a page would, without this library. */
export async function loadSdk(): Promise<IotPayFactory> {
  document.head.append(scriptTag());
  await Promise.resolve();
  const { Iotpay } = sdkWindow();
  if (!Iotpay) throw new Error('The fake has not loaded');
  return Iotpay;
}

export const cardStatus = () => screen.getByRole('group').dataset.status;
