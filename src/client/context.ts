import { createContext, useContext } from 'react';
import type { IotPayCardOptions } from './cardOptions';
import type { IotPayProviderProps } from './IotPayProvider';
import { en } from './languages/en';
import type { IotPayMessages } from './languages/language';
import type { IotPayScriptOptions } from './loadIotPayScript';

export interface IotPayDefaults {
  script: IotPayScriptOptions;
  options?: IotPayCardOptions | undefined;
  messages: IotPayMessages;
  /** What the providers above said, for the next one below. */
  said?: Omit<IotPayProviderProps, 'children'>;
}

export const IotPayContext = createContext<IotPayDefaults>({
  script: {},
  messages: en.messages,
});

export const useIotPayDefaults = (): IotPayDefaults => useContext(IotPayContext);
