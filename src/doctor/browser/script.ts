import { type IotPayFactory, sdkWindow } from '../../contract/sdk';

/** The hosted script, and the names that it adds to the page's window. */
export interface LoadedScript {
  readonly iotpay: IotPayFactory;
  readonly globals: readonly string[];
}

/**
 * Loads the hosted script as a plain tag.
 *
 * @throws Error where it can't be loaded or does not define `Iotpay`.
 */
export async function loadHostedScript(url: string): Promise<LoadedScript> {
  const before = new Set(Object.getOwnPropertyNames(window));
  const tag = document.createElement('script');
  tag.src = url;
  await new Promise<void>((resolve, reject) => {
    tag.addEventListener('load', () => resolve());
    tag.addEventListener('error', () => reject(new Error('the hosted script could not be loaded')));
    document.head.append(tag);
  });
  const { Iotpay } = sdkWindow();
  if (!Iotpay) throw new Error('the hosted script does not define Iotpay');
  // Iframes stand in a window under their numbers.
  const added = Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !/^\d+$/.test(name));
  return { iotpay: Iotpay, globals: added.sort() };
}

/** The names of all functions of an object, inherited ones included. */
export function methodsOf(object: object): string[] {
  const names = new Set<string>();
  for (
    let one: unknown = object;
    one !== Object.prototype && one !== null;
    one = Object.getPrototypeOf(one)
  ) {
    for (const name of Object.getOwnPropertyNames(one)) {
      if (typeof (object as Record<string, unknown>)[name] === 'function') names.add(name);
    }
  }
  names.delete('constructor');
  return [...names].sort();
}

/** The paths and types of everything in an event, without the values: they say who paid what. */
export function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null)
    return [`${path}: ${value === null ? 'null' : typeof value}`];
  const members = Object.entries(value);
  return members.flatMap(([name, member]) => shapeOf(member, path === '' ? name : `${path}.${name}`)).sort();
}
