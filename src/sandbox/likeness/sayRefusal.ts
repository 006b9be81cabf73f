import { textOf } from '../../contract/wire';
import type { Refusal } from '../refusal';
import type { Behaviour } from './gatewayAnswers';

/** What stands in a probe in the place of a value that was asked about. */
const placeholder = /\{(mchOrderNo|cardId|payOrderId|field)\}/g;

/** A refusal in the words, and with the HTTP status, of the gateway that the sandbox is like. */
export function sayRefusal(
  { message, kind, field }: Refusal,
  request: Readonly<Record<string, unknown>>,
  behaviour: Behaviour,
): { readonly httpStatus: number; readonly retMsg: string } {
  const said = kind && behaviour[kind];
  if (said?.retMsg === undefined) return { httpStatus: 200, retMsg: message };
  const values: Readonly<Record<string, unknown>> = { ...request, field };
  const retMsg = said.retMsg.replace(placeholder, (_, name: string) => textOf(values[name]) ?? '');
  return { httpStatus: said.httpStatus, retMsg };
}
