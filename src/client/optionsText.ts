import type { IotPayCardOptions } from '../contract/sdk';

/** Options as text in which only a change of value shows: not a new object, not another order of its fields. */
export function optionsText(options: IotPayCardOptions): string {
  return JSON.stringify(options, Object.keys({ ...options, ...options.button }).sort());
}
