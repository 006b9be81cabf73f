export { IotPayCard, type IotPayCardFallbackState, type IotPayCardProps } from './client/IotPayCard';
export { IotPayProvider, type IotPayProviderProps } from './client/IotPayProvider';
export {
  useIotPayCard,
  type IotPayCardState,
  type UseIotPayCardOptions,
  type UseIotPayCardResult,
} from './client/useIotPayCard';
export {
  useIotPayScript,
  type IotPayScriptState,
  type UseIotPayScriptOptions,
  type UseIotPayScriptResult,
} from './client/useIotPayScript';
export { useSecureId, type UseSecureIdOptions, type UseSecureIdResult } from './client/useSecureId';
export { loadIotPayScript, type IotPayScriptOptions } from './client/loadIotPayScript';
export { preloadIotPay } from './client/preloadIotPay';
export { en } from './client/languages/en';
export { fr } from './client/languages/fr';
export { zh } from './client/languages/zh';
export type { IotPayLanguage, IotPayMessages } from './client/languages/language';
export type { IotPayCardOptions } from './client/cardOptions';
export type { IotPayClientError, IotPayClientErrorCode } from './client/error';
export type { IgnoredBecause } from './client/cardSession';
export type { SecureIdAnswer, SecureIdRequest, SecureIdSessionState } from './client/secureIdSession';
export type {
  IotPayCardSaved,
  IotPayFailed,
  IotPayOutcome,
  IotPayPaid,
  IotPaySuccess,
  IotPayUnknown,
  IotPayUnknownReason,
} from './client/outcome';
export { IotPayError, isIotPayError } from './contract/error';
export type { IotPayOrder } from './contract/order';
export type { IotPaySavedCard } from './contract/savedCard';
export type {
  IotPayButtonOptions,
  IotPayFactory,
  IotPayMode,
  IotPaySdkEvent,
  IotPaySdkInstance,
  IotPaySdkOptions,
} from './contract/sdk';
