import type { IotPayClientError } from './error';

const warned = new WeakSet<IotPayClientError>();

/** Says an error that the shop does not listen to, once, on the console of a developer. A production build says nothing. */
export function warnAbout(error: IotPayClientError): void {
  if (process.env.NODE_ENV === 'production' || warned.has(error)) return;
  warned.add(error);
  // eslint-disable-next-line no-console -- the shop gave no onError, so a developer would see nothing at all
  console.error(`react-iotpay ${error.code}: ${error.message}`, ...(error.cause ? [error.cause] : []));
}
