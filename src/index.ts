export { IotPayCard, type IotPayCardFallbackState, type IotPayCardProps } from './client/card/IotPayCard';
export { useIotPayCard, type UseIotPayCardResult } from './client/card/useIotPayCard';
export type { IotPayCardState, UseIotPayCardOptions } from './client/card/cardProps';
export type { IotPayCardOptions } from './client/card/cardOptions';
export { IotPayCheckout, type IotPayCheckoutProps } from './client/checkout/IotPayCheckout';
export { useIotPayCheckout } from './client/checkout/useIotPayCheckout';
export type { UseIotPayCheckoutOptions, UseIotPayCheckoutResult } from './client/checkout/checkoutProps';
export type { IotPayCheckoutState } from './client/checkout/sale/checkoutState';
export type { IotPayMethod, IotPayMethodName } from './client/checkout/sale/method';
export { IotPayReturn, type IotPayReturnProps } from './client/order/IotPayReturn';
export {
  useIotPayOrder,
  type IotPayOrderState,
  type UseIotPayOrderOptions,
  type UseIotPayOrderResult,
} from './client/order/useIotPayOrder';
export { createShopApi, type IotPayShopApi, type IotPayShopQuestion } from './client/shop/shopApi';
export type { IotPayShopRefusal } from './client/shop/askShop';
export { IotPayProvider, type IotPayProviderProps } from './client/provider/IotPayProvider';
export { en } from './client/provider/languages/en';
export { fr } from './client/provider/languages/fr';
export { zh } from './client/provider/languages/zh';
export type { IotPayCheckoutMessages } from './client/provider/languages/checkoutMessages';
export type { IotPayLanguage, IotPayMessages } from './client/provider/languages/language';
export {
  useIotPayScript,
  type IotPayScriptState,
  type UseIotPayScriptOptions,
  type UseIotPayScriptResult,
} from './client/script/useIotPayScript';
export { loadIotPayScript } from './client/script/loadIotPayScript';
export { allowLocalNetworkSandbox } from './client/script/allowLocalNetworkSandbox';
export { preloadIotPay } from './client/script/preloadIotPay';
export type { IotPayScriptOptions } from './client/script/scriptOptions';
export { useSecureId, type UseSecureIdOptions, type UseSecureIdResult } from './client/secureId/useSecureId';
export type {
  SecureIdAnswer,
  SecureIdRequest,
  SecureIdState,
  SettledByServer,
} from './client/secureId/secureIdAnswer';
export type { IotPayClientError, IotPayClientErrorCode } from './client/error';
export type { IgnoredBecause } from './client/payment/handlers';
export type {
  IotPayCardSaved,
  IotPayFailed,
  IotPayOutcome,
  IotPayPaid,
  IotPaySuccess,
  IotPayUnknown,
  IotPayUnknownReason,
} from './client/payment/readOutcome';
export { IotPayError, isIotPayError } from './contract/error';
export type { IotPayOrder } from './contract/order';
export type { CheckoutBody, CheckoutView, OrderState, OrderView, SavedCard } from './contract/shopRoutes';
export type { IotPaySavedCard } from './contract/savedCard';
export type {
  IotPayButtonOptions,
  IotPayFactory,
  IotPayMode,
  IotPaySdkEvent,
  IotPaySdkInstance,
  IotPaySdkOptions,
  IotPayWindow,
} from './contract/sdk';
