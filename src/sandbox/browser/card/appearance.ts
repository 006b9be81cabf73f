import type { IotPaySdkOptions } from '../../../contract/sdk';
import { asRecord } from '../../../contract/wire';

/** Each of the button's options and the custom property that the style sheet reads it from. */
const buttonProperties = {
  color: '--button-color',
  backgroundColor: '--button-background-color',
  backgroundImage: '--button-background-image',
  boxShadow: '--button-shadow',
  height: '--button-height',
  borderRadius: '--button-radius',
} as const;

/** Applies the shop's options to the page. Options that are not strings are ignored (docs/gateway-contract.md, section 1). */
export function applyAppearance(root: HTMLElement, options: IotPaySdkOptions): void {
  root.dataset.scheme = options.darkMode === true ? 'dark' : 'light';
  if (options.theme === 'card') root.dataset.theme = 'card';
  const button = asRecord(options.button);
  for (const [name, property] of Object.entries(buttonProperties)) {
    const value = button[name];
    if (typeof value === 'string') root.style.setProperty(property, value);
  }
}

/** The button's label: the shop's own, or the gateway's. */
export function labelOf(options: IotPaySdkOptions, otherwise: string): string {
  const text = asRecord(options.button).text;
  return typeof text === 'string' && text.trim() ? text : otherwise;
}
