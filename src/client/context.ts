import { createContext, useContext } from 'react';
import type { IotPayCardOptions } from './cardOptions';
import { en } from './languages/en';
import type { IotPayMessages } from './languages/language';
import type { IotPayScriptOptions } from './loadIotPayScript';

export interface IotPayDefaults {
  script: IotPayScriptOptions;
  options?: IotPayCardOptions | undefined;
  messages: IotPayMessages;
}

export const IotPayContext = createContext<IotPayDefaults>({
  script: {},
  messages: en.messages,
});

export const useIotPayDefaults = (): IotPayDefaults => useContext(IotPayContext);
