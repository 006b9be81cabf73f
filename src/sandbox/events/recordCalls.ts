import type { Context, MiddlewareHandler } from 'hono';
import { textOf } from '../../contract/wire';
import type { Gateway } from '../gateway';
import { readText, type SandboxEnv } from '../readJson';
import { callProblems } from './callProblems';
import { explainMessage } from './explainMessage';
import { fieldsOf, maskBody } from './maskWire';

const keptHeaders = ['host', 'origin', 'content-type', 'user-agent'];

/** Writes every call of a merchant's server into the journal, with the answer as it was really sent, spoilt or not. */
export function recordCalls(gateway: Gateway): MiddlewareHandler<SandboxEnv> {
  const { journal, time, credentials, ledger } = gateway;
  const { merchantKey } = credentials;
  return async (context, next) => {
    const begun = time.now();
    const body = (await readText(context)) ?? '';
    gateway.arrivals.tell();
    await next();
    const answer = await answerOf(context);
    const request = fieldsOf(body);
    const answered = fieldsOf(answer.body);
    const retCode = textOf(answered.retCode);
    const retMsg = textOf(answered.retMsg);
    const refusal = context.get('refusal');
    // A sandbox that is like another gateway refuses in its words, and a fault may have replaced them.
    const meant = refusal?.retMsg === retMsg ? refusal?.message : retMsg;
    const masked = maskBody(body, merchantKey);
    journal.append(
      {
        type: 'call',
        call: context.req.path.split('/').pop() ?? '',
        ...orderNumbersOf(request, ledger),
        request: {
          method: context.req.method,
          path: context.req.path,
          headers: headersOf(context.req.raw.headers),
          body: masked,
        },
        answer: { ...answer, body: maskBody(answer.body, merchantKey) },
        durationMs: Math.round(time.now() - begun),
        ...(retCode !== undefined && { retCode }),
        ...(retMsg !== undefined && { retMsg }),
        wrong: callProblems(request, { retCode, retMsg: meant }, merchantKey),
      },
      // A masked message can't be explained afterwards.
      masked === body ? undefined : explainMessage(request, merchantKey),
    );
  };
}

function headersOf(headers: Headers): Record<string, string> {
  const kept = keptHeaders.map((name) => [name, headers.get(name)] as const);
  return Object.fromEntries(kept.filter((header): header is [string, string] => header[1] !== null));
}

async function answerOf(context: Context<SandboxEnv>) {
  const { res } = context;
  const cutAnswer = context.get('cutAnswer');
  if (cutAnswer !== undefined) return { status: 0, headers: {}, body: cutAnswer };
  return { status: res.status, headers: headersOf(res.headers), body: await res.clone().text() };
}

/** Which order a call is about: refunds and voids have a number of their own, and name the payment by the gateway's. */
function orderNumbersOf(request: Record<string, unknown>, ledger: Gateway['ledger']) {
  const payOrderId = textOf(request.payOrderId);
  const payment = payOrderId === undefined ? undefined : ledger.find({ payOrderId });
  const paymentNo = payment?.order.mchOrderNo;
  const own = textOf(request.mchRefundNo) ?? textOf(request.mchOrderNo) ?? paymentNo;
  return {
    ...(own !== undefined && { mchOrderNo: own.slice(0, 64) }),
    ...(own !== paymentNo && paymentNo !== undefined && { paymentNo }),
  };
}
