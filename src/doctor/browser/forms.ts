import type { IotPayFactory, IotPaySdkEvent } from '../../contract/sdk';

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** One form of the hosted script's, in a place of its own. */
export interface Form {
  readonly place: HTMLElement;
  /** The callback's events so far. */
  readonly events: IotPaySdkEvent[];
  /** Settles with the first of them. */
  readonly firstEvent: Promise<void>;
  /** What `mount` threw, if it did. */
  readonly thrown: unknown;
  /** Whether an iframe came before `mount` returned. */
  readonly cameAtOnce: boolean;
}

let places = 0;

/** An empty place for a form, which the person can see. */
export function createPlace(title: string): HTMLElement {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const place = document.createElement('div');
  place.id = `place-${(places += 1)}`;
  section.append(heading, place);
  document.getElementById('forms')?.append(section);
  return place;
}

/** Opens a form as a shop would, and notes all that happens at once. `target` is what `mount` is given. */
export function openForm(
  iotpay: IotPayFactory,
  secureId: string,
  place: HTMLElement,
  target: unknown = `#${place.id}`,
): Form {
  const events: IotPaySdkEvent[] = [];
  let onFirst: () => void = () => undefined;
  const firstEvent = new Promise<void>((resolve) => {
    onFirst = resolve;
  });
  let thrown: unknown;
  try {
    iotpay(secureId, 'Pay').mount(target as string, (event) => {
      events.push(event);
      onFirst();
    });
  } catch (error) {
    thrown = error ?? 'something';
  }
  return { place, events, firstEvent, thrown, cameAtOnce: hasFrame(place) };
}

export function hasFrame(place: Element): boolean {
  return place.querySelector('iframe') !== null;
}

/** Waits until there is an iframe; gives up after `waitMs`. */
export async function waitForFrame(place: Element, waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs;
  while (!hasFrame(place) && Date.now() < until) await pause(20);
  return hasFrame(place);
}
