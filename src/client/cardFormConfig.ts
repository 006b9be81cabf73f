import type { IotPayMode } from '../contract/sdk';
import type { IotPayCardOptions } from './cardOptions';
import type { IotPayScriptOptions } from './loadIotPayScript';
import type { UseIotPayCardOptions } from './useIotPayCard';
import type { UseSecureIdResult } from './useSecureId';

/** What the form should be now: the hook's options, with the provider's defaults and the secureId's state resolved. */
export interface CardFormConfig
  extends
    Omit<UseIotPayCardOptions<IotPayMode>, 'secureId'>,
    Partial<Pick<UseSecureIdResult, 'secureId' | 'error' | 'refresh'>> {
  script: IotPayScriptOptions;
  options: IotPayCardOptions;
  title: string;
}
