import type { IotPayMode } from '../contract/sdk';
import type { IotPayScriptOptions } from './loadIotPayScript';
import type { UseIotPayCardOptions } from './useIotPayCard';
import type { UseSecureIdResult } from './useSecureId';

/** What the form should be now: the hook's options, with the provider's defaults and the secureId's state resolved. */
export interface CardFormConfig
  extends
    Omit<UseIotPayCardOptions<IotPayMode>, 'secureId' | 'options' | 'script'>,
    Partial<Pick<UseSecureIdResult, 'secureId' | 'error' | 'refresh'>> {
  script: IotPayScriptOptions;
  /** The options as JSON: equal text is an equal form. */
  options: string;
  title: string;
}
