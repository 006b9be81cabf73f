import type { IotPayFactory, IotPaySdkOptions } from '../contract/sdk';
import { openFakeForm, type FakeGateway, type FakeMount } from './fakeMount';
import { createGate } from './gate';

export interface FakeSdk {
  readonly factory: IotPayFactory;
  /** Every mount so far, the oldest first. */
  readonly mounts: readonly FakeMount[];
  /** How often the factory was called. */
  readonly calls: number;
  /** From now on `mount()` throws `error`, until the returned function is called. */
  failMount(error: unknown): () => void;
  /** From now on `mount()` puts nothing into its element, until the returned function is called. */
  hangMount(): () => void;
  /** From now on iframes are inserted but stay empty, until the returned function is called. */
  hangForm(): () => void;
  /** Starts again, without iframes, mounts, used secureIds, failures and delays. */
  forget(): void;
}

/** A copy, because the shop may change its own objects afterwards. */
function copyOf(options: IotPaySdkOptions): IotPaySdkOptions {
  return { ...options, ...(options.button && { button: { ...options.button } }) };
}

/**
 * An `Iotpay()` that behaves as section 1 of docs/gateway-contract.md says of the real one. The test decides how its
 * payments end.
 */
export function createFakeSdk(shop: Pick<FakeGateway, 'locale' | 'returnUrl' | 'onSubmit'>): FakeSdk {
  const gateway: FakeGateway = {
    ...shop,
    used: new Set(),
    frames: [],
    insertion: createGate(),
    arrival: createGate(),
  };
  const mounts: FakeMount[] = [];
  let calls = 0;
  let failure: { error: unknown } | undefined;

  return {
    factory(secureId, mode, givenOptions) {
      calls++;
      const options = givenOptions && copyOf(givenOptions);
      return {
        mount(selector, callback) {
          if (failure) throw failure.error;
          if (typeof selector !== 'string') throw new TypeError('mount() takes a CSS selector as a string');
          const place = document.querySelector(selector);
          if (!place) throw new TypeError(`mount() finds nothing at ${selector}`);
          const form = { secureId, mode, options, selector };
          mounts.push(openFakeForm(place, form, callback as (event: unknown) => void, gateway));
        },
      };
    },
    mounts,
    get calls() {
      return calls;
    },
    failMount(error) {
      failure = { error };
      return () => {
        failure = undefined;
      };
    },
    hangMount: () => gateway.insertion.close(),
    hangForm: () => gateway.arrival.close(),
    forget() {
      for (const frame of gateway.frames.splice(0)) frame.remove();
      mounts.length = 0;
      calls = 0;
      failure = undefined;
      gateway.used.clear();
      gateway.insertion.reset();
      gateway.arrival.reset();
    },
  };
}
