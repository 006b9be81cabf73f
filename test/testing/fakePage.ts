import { screen } from '@testing-library/react';
import { vi, type Mock } from 'vitest';
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

/** Opens a form as a page would, without this library, in a place of its own; what it calls back with. */
export async function openForm(secureId: string): Promise<{ place: HTMLElement; callback: Mock }> {
  const Iotpay = await loadSdk();
  const place = document.body.appendChild(document.createElement('div'));
  place.id = `place-${document.querySelectorAll('*').length}`;
  const callback = vi.fn();
  Iotpay(secureId, 'Pay').mount(`#${place.id}`, callback);
  await Promise.resolve();
  return { place, callback };
}

/** The text in the iframe within `place`: a form, an error page or nothing. */
export function shownIn(place: Element): 'form' | 'error' | 'nothing' {
  const page = place.querySelector('iframe')?.contentDocument;
  if (page?.querySelector('form')) return 'form';
  return page?.querySelector('h1') ? 'error' : 'nothing';
}

export const cardStatus = () => screen.getByRole('group').dataset.status;
