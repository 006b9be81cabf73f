import { afterEach, beforeEach, expect, vi, type Mock } from 'vitest';
import {
  sdkWindow,
  type IotPayMode,
  type IotPaySdkEvent,
  type IotPaySdkInstance,
  type IotPaySdkOptions,
} from '../../src/contract/sdk';

/** How a payment ends, or the saving of a card. */
export type FormEnding = 'paid' | 'declined' | 'given up' | 'pending' | 'twice' | 'in the old shape';

/** A stand-in for IOTPay's script, and the customer in front of it. */
export interface SdkUnderTest {
  /** The address that its script is loaded from. */
  readonly src: () => string;
  /** The merchant's `returnUrl`; its query has something already. */
  readonly returnUrl: string;
  /** A secureId for a form that is going to end like this. */
  readonly secureId: (mode: IotPayMode, ending: FormEnding) => Promise<string>;
  /** Brings the form at this selector to its end. */
  readonly end: (selector: string, ending: FormEnding) => Promise<void>;
  /** The names of the fields that the customer sees in the iframe at this selector. */
  readonly labels: (selector: string) => Promise<string[]>;
  /** The text that the customer can read in the iframe at this selector. */
  readonly text: (selector: string) => Promise<string>;
}

/**
 * A page with the SDK loaded and one place for a form, `#form`. Elements that are added to it have the class `form`.
 */
export interface SdkPage {
  readonly sdk: SdkUnderTest;
  /** The arguments that the forms are mounted with. */
  readonly callback: Mock<(event: IotPaySdkEvent) => void>;
  readonly place: () => HTMLElement;
  /** Adds another place, `.form`. */
  readonly addPlace: () => HTMLElement;
  readonly create: (secureId: string, mode?: IotPayMode, options?: IotPaySdkOptions) => IotPaySdkInstance;
  /** How many iframes there are in an element, by default in `#form`. */
  readonly frames: (within?: Element) => number;
  /** Waits for the callback to have been called so often. */
  readonly calls: (count: number) => Promise<void>;
}

export function createSdkPage(sdk: SdkUnderTest): SdkPage {
  const callback = vi.fn<(event: IotPaySdkEvent) => void>();
  let place: HTMLElement;

  beforeEach(async () => {
    callback.mockReset();
    place = document.createElement('div');
    place.id = 'form';
    document.body.append(place);
    const tag = document.createElement('script');
    tag.src = sdk.src();
    const loaded = new Promise((resolve) => tag.addEventListener('load', resolve));
    document.head.append(tag);
    await loaded;
  });

  afterEach(() => {
    for (const element of document.querySelectorAll('#form, .form')) element.remove();
  });

  const create: SdkPage['create'] = (secureId, mode = 'Pay', options) => {
    const { Iotpay } = sdkWindow();
    if (!Iotpay) throw new Error('The script defined no Iotpay');
    return Iotpay(secureId, mode, options);
  };

  const addPlace = (): HTMLElement => {
    const another = document.createElement('div');
    another.className = 'form';
    document.body.append(another);
    return another;
  };

  const frames = (within: Element = place) => within.querySelectorAll('iframe').length;
  const calls = (count: number) => expect.poll(() => callback.mock.calls.length).toBe(count);

  return { sdk, callback, place: () => place, addPlace, create, frames, calls };
}
