import type { IotPayGatewayError, IotPayServerError } from 'react-iotpay/server';

/** Whether the gateway got a call and answered it with FAIL. All the refusals, and they alone, have a `retCode`. */
export function isRefusal(error: IotPayServerError): error is IotPayGatewayError {
  return 'retCode' in error;
}
