import { createContext, useContext } from 'react';
import type { IotPayCardOptions } from '../card/cardOptions';
import type { IotPayScriptOptions } from '../script/scriptOptions';
import { en } from './languages/en';
import type { IotPayCheckoutMessages } from './languages/checkoutMessages';
import type { IotPayLanguage, IotPayMessages } from './languages/language';

/** The settings of a provider, for a provider inside it. */
export interface ProviderSettings extends IotPayScriptOptions {
  options?: IotPayCardOptions | undefined;
  locale?: string | undefined;
  languages?: readonly IotPayLanguage[] | undefined;
  messages?: Partial<IotPayMessages & IotPayCheckoutMessages> | undefined;
}

export interface IotPayDefaults {
  script: IotPayScriptOptions;
  options?: IotPayCardOptions | undefined;
  messages: IotPayMessages;
  /** The checkout's texts that replace the English ones. */
  checkout?: Partial<IotPayCheckoutMessages>;
  settings?: ProviderSettings;
}

export const IotPayContext = createContext<IotPayDefaults>({
  script: {},
  messages: en.messages,
});

export const useIotPayDefaults = (): IotPayDefaults => useContext(IotPayContext);
