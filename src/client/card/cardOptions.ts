import type { IotPaySdkOptions } from '../../contract/sdk';
import { definedFields } from '../definedFields';

/** How the form looks: what IOTPay's script takes, and one value of ours. */
export interface IotPayCardOptions extends Omit<IotPaySdkOptions, 'darkMode'> {
  /** `'auto'` takes the customer's `prefers-color-scheme` when the form opens. */
  darkMode?: boolean | 'auto' | undefined;
}

// Not every place where tests run has matchMedia.
const prefersDark = () => !!(window as Partial<Window>).matchMedia?.('(prefers-color-scheme: dark)').matches;

/** What IOTPay's script is told: a copy, so that neither side can change the other's. */
export function sdkOptions(
  defaults: IotPayCardOptions | undefined,
  own: IotPayCardOptions | undefined,
): IotPaySdkOptions {
  const { darkMode, ...looks } = { ...defaults, ...definedFields(own) };
  const decided = darkMode === 'auto' ? prefersDark() : darkMode;
  return JSON.parse(JSON.stringify({ ...looks, darkMode: decided })) as IotPaySdkOptions;
}
