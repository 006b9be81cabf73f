import { type IotPay, type IotPayOrder, isIotPayServerError } from 'react-iotpay/server';

/** What came of a question about an order or a refund. Only an `order` can prove anything. */
export type GatewayAnswer =
  | { said: 'order'; order: IotPayOrder }
  /** That there is no such order. */
  | { said: 'missing'; error: unknown }
  /** Any other FAIL, or no answer at all. It tells nothing about the payment. */
  | { said: 'nothing'; error: unknown };

/** Asks the gateway once how an order, or by its `mchRefundNo` a refund, stands. It never throws. */
export async function askGateway(
  iotpay: Pick<IotPay, 'query'>,
  mchOrderNo: string,
  signal?: AbortSignal,
): Promise<GatewayAnswer> {
  try {
    return { said: 'order', order: await iotpay.query({ mchOrderNo }, { signal }) };
  } catch (error) {
    const isMissing = isIotPayServerError(error) && error.code === 'order_not_found';
    return { said: isMissing ? 'missing' : 'nothing', error };
  }
}
