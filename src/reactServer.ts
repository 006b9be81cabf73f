// The exports of `react-iotpay` in React Server Components. Components and hooks are references into the client's
// bundle. The last four lines are functions and texts that a server may use itself.
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
