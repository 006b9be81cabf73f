import type { IotPaySdkOptions } from '../contract/sdk';

/** How the form looks: what IOTPay's script takes, and one value of ours. */
export interface IotPayCardOptions extends Omit<IotPaySdkOptions, 'darkMode'> {
  /** `'auto'` follows the customer's `prefers-color-scheme`, except in a form that has had the focus. */
  darkMode?: boolean | 'auto' | undefined;
}

/**
 * @returns reads options as text in which only a change of value shows: not a new object, not another order of its
 *   fields. Options that read as they did the last time, those of most renders, cost no sorting.
 */
export function optionsReader(): (options: IotPayCardOptions) => string {
  let asGiven: string;
  let text: string;
  return (options) => {
    if (asGiven !== (asGiven = JSON.stringify(options)))
      text = JSON.stringify(options, Object.keys({ ...options, ...options.button }).sort());
    return text;
  };
}

/** What IOTPay's script is told, with `'auto'` decided. As text: quotes in a label are escaped there, so it is found nowhere else. */
export function sdkOptionsText(text: string, isDark: boolean): string {
  return text.replace('"darkMode":"auto"', `"darkMode":${String(isDark)}`);
}
