import type { IotPayClientError } from './error';

const warned = new WeakSet<IotPayClientError>();

/** Logs an error once on a developer's console if the shop has no handler for it. A production build logs nothing. */
export function warnAbout(error: IotPayClientError): void {
  if (process.env.NODE_ENV === 'production' || warned.has(error)) return;
  warned.add(error);
  // eslint-disable-next-line no-console -- the shop gave no onError, so a developer would see nothing at all
  console.error(`react-iotpay ${error.code}: ${error.message}`, ...(error.cause ? [error.cause] : []));
}
