import type { IotPayMode } from '../contract/sdk';
import type { UseIotPayCardOptions } from './useIotPayCard';
import type { UseSecureIdResult } from './useSecureId';

/** What the shop wants of its form, but for the secureId. */
export type CardFormProps = Omit<UseIotPayCardOptions<IotPayMode>, 'secureId'>;

/** The secureId, and what may keep it from coming; nothing: there is to be no form. */
export type CardFormSession =
  Partial<Pick<UseSecureIdResult, 'secureId' | 'error' | 'refresh'>> | null | undefined;
