import type { IotPay } from 'react-iotpay/server';
import { freePort } from '../../scripts/freePort';
import { clientOf } from '../server/gateway/gatewayDouble';

/** A client of a gateway that does not listen, so that nothing it is asked to send is ever sent. */
export async function unreachableGateway(): Promise<IotPay> {
  return clientOf(`http://127.0.0.1:${await freePort()}`);
}
