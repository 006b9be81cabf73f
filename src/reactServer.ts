// What React Server Components get from `react-iotpay`: components and hooks as references into the client's bundle, and as they are only
// what a server may call.
export {
  createShopApi,
  IotPayCard,
  IotPayCheckout,
  IotPayProvider,
  IotPayReturn,
  loadIotPayScript,
  useIotPayCard,
  useIotPayCheckout,
  useIotPayOrder,
  useIotPayScript,
  useSecureId,
} from './index.js';
export { preloadIotPay } from './client/script/preloadIotPay';
export { en } from './client/provider/languages/en';
export { fr } from './client/provider/languages/fr';
export { zh } from './client/provider/languages/zh';
export { IotPayError, isIotPayError } from './contract/error';
