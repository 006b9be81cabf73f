export { IotPayError, isIotPayError } from '../contract/error';
export {
  type IotPayChannel,
  type IotPayOrder,
  type IotPayOrderState,
  readOrderStatus,
} from '../contract/order';
export type { IotPaySavedCard } from '../contract/savedCard';
export type { IotPaySession } from './gateway/answers';
export type { SignParams } from './signing/canonical';
export type { IotPayConfig, IotPayEnvironment } from './gateway/config';
export { createIotPay, type IotPay } from './gateway/createIotPay';
export { allowLocalNetworkSandbox } from './allowLocalNetworkSandbox';
export type { IotPayExchange } from './gateway/onExchange';
export { createNotificationHandler } from './notifications/createNotificationHandler';
export {
  IotPayGatewayError,
  type IotPayIssue,
  IotPayOutcomeUnknownError,
  type IotPayRefusalCode,
  type IotPayServerError,
  type IotPayServerErrorCode,
  IotPaySessionLostError,
  IotPayValidationError,
  isIotPayServerError,
} from './errors';
export type { MerchantKeys } from './signing/keys';
export type {
  ExpectedOrder,
  FindExpectedOrder,
  NotificationHandler,
  NotificationMessage,
  NotificationOptions,
} from './notifications/notification';
export type {
  NotificationAnswer,
  NotificationFault,
  NotificationOutcome,
  NotificationReceipt,
  NotificationRejection,
  NotificationReport,
} from './notifications/notificationOutcome';
export { createOrderNo } from './orderNo';
export type {
  AddCardRequest,
  CallOptions,
  PurchaseRequest,
  PurchaseWithTokenRequest,
  PurchaseWithWalletRequest,
  QueryCardRequest,
  QueryRequest,
  RefundRequest,
  VoidRequest,
} from './gateway/requests';
export { sign } from './signing/sign';
export { toCents } from './toCents';
export {
  checkSignature,
  type SignatureCheck,
  type SignatureCheckOptions,
  type SignatureFault,
  verify,
} from './signing/verify';
export type { PaymentResult, WaitForResultRequest } from './gateway/waitForResult';
