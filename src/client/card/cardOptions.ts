import type { IotPaySdkOptions } from '../../contract/sdk';
import { definedFields } from '../definedFields';

/** How the form looks: the options of IOTPay's script, and `'auto'` for dark mode. */
export interface IotPayCardOptions extends Omit<IotPaySdkOptions, 'darkMode'> {
  /** `'auto'` takes the customer's `prefers-color-scheme` when the form opens. */
  darkMode?: boolean | 'auto' | undefined;
}

// Some test environments have no matchMedia.
const prefersDark = () => !!(window as Partial<Window>).matchMedia?.('(prefers-color-scheme: dark)').matches;

/** The options for IOTPay's script. They are a copy, so that neither side can change the other's object. */
export function sdkOptions(
  defaults: IotPayCardOptions | undefined,
  own: IotPayCardOptions | undefined,
): IotPaySdkOptions {
  const { darkMode, ...looks } = { ...defaults, ...definedFields(own) };
  const decided = darkMode === 'auto' ? prefersDark() : darkMode;
  return JSON.parse(JSON.stringify({ ...looks, darkMode: decided })) as IotPaySdkOptions;
}
