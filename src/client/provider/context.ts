import { createContext, useContext } from 'react';
import type { IotPayCardOptions } from '../card/cardOptions';
import type { IotPayScriptOptions } from '../script/scriptOptions';
import { en } from './languages/en';
import type { IotPayLanguage, IotPayMessages } from './languages/language';

/** What a provider was given, for the next one below it. */
export interface ProviderSettings extends IotPayScriptOptions {
  options?: IotPayCardOptions | undefined;
  locale?: string | undefined;
  languages?: readonly IotPayLanguage[] | undefined;
  messages?: Partial<IotPayMessages> | undefined;
}

export interface IotPayDefaults {
  script: IotPayScriptOptions;
  options?: IotPayCardOptions | undefined;
  messages: IotPayMessages;
  settings?: ProviderSettings;
}

export const IotPayContext = createContext<IotPayDefaults>({
  script: {},
  messages: en.messages,
});

export const useIotPayDefaults = (): IotPayDefaults => useContext(IotPayContext);
