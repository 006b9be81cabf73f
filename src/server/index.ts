export { IotPayError, isIotPayError } from '../contract/error';
export {
  type IotPayChannel,
  type IotPayOrder,
  type IotPayOrderState,
  readOrderStatus,
} from '../contract/order';
export type { IotPaySavedCard } from '../contract/savedCard';
export type { IotPaySession } from './answers';
export type { SignParams } from './canonical';
export type { IotPayConfig, IotPayEnvironment } from './config';
export { createIotPay, type IotPay } from './createIotPay';
export { createNotificationHandler } from './createNotificationHandler';
export {
  IotPayGatewayError,
  type IotPayIssue,
  IotPayOutcomeUnknownError,
  type IotPayServerError,
  type IotPayServerErrorCode,
  IotPayValidationError,
  isIotPayServerError,
} from './errors';
export type { MerchantKeys } from './keys';
export type {
  ExpectedOrder,
  NotificationFault,
  NotificationHandler,
  NotificationOptions,
  NotificationReceipt,
  NotificationRejection,
} from './notification';
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
} from './requests';
export { sign } from './sign';
export { toCents } from './toCents';
export { checkSignature, type SignatureCheck, type SignatureFault, verify } from './verify';
export type { PaymentResult, WaitForResultRequest } from './waitForResult';
