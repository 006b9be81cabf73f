import { asRecord, textOf } from '../../contract/wire';
import { isJsonObject } from '../../contract/wire';
import { sign } from '../../server/signing/sign';
import { parseObject } from '../http/parseObject';
import { request } from '../http/request';
import type { WebFailure } from '../http/webFailure';
import type { GatewaySettings } from '../settings';

/** An answer of the gateway as it came, not interpreted. */
export interface GatewayAnswer {
  readonly httpStatus: number;
  /** The HTTP header `Date`. */
  readonly date: string | undefined;
  /** `none` without a JSON object, `other` for another `retCode` than the two documented ones. */
  readonly retCode: 'SUCCESS' | 'FAIL' | 'other' | 'none';
  readonly retMsg: string | undefined;
  readonly retData: Readonly<Record<string, unknown>>;
  /** The names of its fields. */
  readonly fields: readonly string[];
}

export type GatewayResult = GatewayAnswer | { readonly failure: WebFailure };

export type Fields = Readonly<Record<string, unknown>>;

/** A message of the merchant's, signed with their key or another one. */
export function signMessage(
  { mchId, merchantKey }: GatewaySettings,
  fields: Fields,
  key = merchantKey,
): Fields {
  const message = { mchId, ...fields };
  return { ...message, sign: sign(message, key) };
}

/** Sends a signed message to one of the gateway's calls. */
export function callGateway(
  settings: GatewaySettings,
  call: string,
  message: Fields,
): Promise<GatewayResult> {
  return postText(settings, call, JSON.stringify(message));
}

/** Sends any text to one of the gateway's calls. */
export async function postText(
  { baseUrl, timeoutMs }: GatewaySettings,
  call: string,
  body: string,
): Promise<GatewayResult> {
  const headers = { 'Content-Type': 'application/json;charset=UTF-8', Accept: 'application/json' };
  const result = await request(`${baseUrl}/v3/${call}`, { method: 'POST', headers, body }, timeoutMs);
  if ('failure' in result) return result;
  const answer = parseObject(result.text);
  const { retCode, retMsg, retData } = asRecord(answer);
  return {
    httpStatus: result.status,
    date: result.headers.get('Date') ?? undefined,
    retCode: !answer ? 'none' : retCode === 'SUCCESS' || retCode === 'FAIL' ? retCode : 'other',
    retMsg: textOf(retMsg),
    retData: isJsonObject(retData) ? retData : {},
    fields: Object.keys(answer ?? {}).sort(),
  };
}
