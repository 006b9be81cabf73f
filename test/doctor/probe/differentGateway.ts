import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { startWebServer } from '../webServer';

export const access = {
  mchId: '20009999',
  loginName: 'laden',
  merchantKey: 'pQ7wLp4TzB8nYc3HsD6fGj5AeUkX9vR2',
};

type Message = Record<string, unknown>;

/** MD5 as this gateway counts: every field that is there, empty ones too, in an order that disregards case. */
function signOf(message: Message): string {
  const names = Object.keys(message)
    .filter((name) => name !== 'sign')
    .sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
  const signed = names.map((name) => `${name}=${String(message[name])}`).join('&');
  return createHash('md5').update(`${signed}&key=${access.merchantKey}`).digest('hex');
}

/** How it answers a call, once the caller is who they say they are: a reason to refuse it, or data. */
function answer(call: string, message: Message): string | object {
  if (call === 'cc_querycard') return `卡号${String(message.cardId)}未绑定`;
  if (call === 'cc_void') return `支付订单${String(message.payOrderId)}不存在`;
  // An unpaid order is no order there.
  if (call === 'cc_query') return '订单不存在';
  if (call === 'cc_purchase' && message.amount === undefined) return 'amount不能为空';
  const secureId = 'AB12'.repeat(12);
  return { secureId, redirectUrl: `https://pay.example/go/${secureId}`, traceId: '7' };
}

/** What one request is answered: a status, and a reason to refuse it or data. */
function receive(call: string, body: string): readonly [status: number, answered: string | object] {
  let message: Message;
  try {
    message = JSON.parse(body) as Message;
  } catch {
    return [400, '参数错误'];
  }
  const { mchId, sign } = message;
  if (mchId !== access.mchId) return [403, '商户不存在或已停用'];
  if (typeof sign !== 'string') return [401, '缺少签名'];
  return sign.toLowerCase() === signOf(message) ? [200, answer(call, message)] : [401, '验签失败'];
}

const calls = ['cc_purchase', 'cc_query', 'cc_querycard', 'cc_void', 'cc_addcard'];

/** A gateway that speaks Chinese, refuses with other statuses, counts other fields, and knows no unpaid orders. */
export function startDifferentGateway(): Promise<string> {
  return startWebServer((request, response) => {
    void text(request).then((body) => {
      const call = request.url?.split('/').pop() ?? '';
      if (!calls.includes(call)) {
        response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html><h1>404</h1></html>');
        return;
      }
      const [status, answered] = receive(call, body);
      const json =
        typeof answered === 'string'
          ? { retCode: 'FAIL', retMsg: answered }
          : { retCode: 'SUCCESS', retData: answered, sign: 'A'.repeat(32) };
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
    });
  });
}
