import type { PaymentResult } from '../../../../src/server/index';
import { answerWith, paidOrder, refuseWith } from '../gatewayDouble';

// The duties of `waitForResult` in the simplest words: a question, its answer, a pause, the next question.

/** For each answer: the outcome that it proves, the traces of one that proves nothing, and its text on the wire. */
export interface ModelAnswer {
  readonly name: string;
  readonly proves?: 'paid' | 'refunded' | 'failed';
  /** The status of the order that was seen. */
  readonly sees?: number | undefined;
  readonly error?: string;
  readonly retryAfterMs?: number;
  /** Gives no answer until the exchange times out. */
  readonly stalls?: true;
  readonly respond: () => Response | Promise<Response>;
}

const json = (answer: object) => () => Response.json(answer);
const order = (status: number | undefined, changes: object = {}) => ({ ...paidOrder, status, ...changes });
const refunded = { payOrderId: 'RP1', payType: 'refund' };
const html =
  (status: number, headers = {}) =>
  () =>
    new Response('<html></html>', { status, headers });
const neverEnding = () => new Response(new ReadableStream());

export const answers: readonly ModelAnswer[] = [
  ...[2, 3].map((status) => ({
    name: `paid (${status})`,
    proves: 'paid' as const,
    sees: status,
    respond: json(answerWith(order(status))),
  })),
  ...[2, 3].map((status) => ({
    name: `refunded (${status})`,
    proves: 'refunded' as const,
    sees: status,
    respond: json(answerWith(order(status, refunded))),
  })),
  ...[{}, refunded].map((marks) => ({
    name: 'failed',
    proves: 'failed' as const,
    sees: 9,
    respond: json(answerWith(order(9, marks))),
  })),
  {
    name: 'FAIL with the failed order',
    proves: 'failed',
    sees: 9,
    respond: json({ ...answerWith(order(9)), ...refuseWith('closed') }),
  },
  ...[0, 1, 4, 7, undefined].map((status) => ({
    name: `undecided (${status ?? 'no status'})`,
    sees: status,
    respond: json(answerWith(order(status))),
  })),
  ...[0, 2, 3].map((status) => ({
    name: `FAIL with an order of status ${status}`,
    sees: status,
    error: 'gateway_refused',
    respond: json({ ...answerWith(order(status)), ...refuseWith('no') }),
  })),
  ...[undefined, 'System error', 'Verify sign failed', '商户已停止使用'].map((reason) => ({
    name: `FAIL: ${reason ?? ''}`,
    error: 'gateway_refused',
    respond: json(refuseWith(reason)),
  })),
  ...['pay order does not exist', '订单不存在'].map((reason) => ({
    name: `FAIL: ${reason}`,
    error: 'order_not_found',
    respond: json(refuseWith(reason)),
  })),
  ...[{ mchOrderNo: 'B-2' }, { mchId: '666' }].flatMap((other) =>
    [2, 9].flatMap((status) => [
      {
        name: "somebody else's order",
        error: 'invalid_answer',
        respond: json(answerWith(order(status, other))),
      },
      {
        name: "FAIL with another merchant's order",
        error: 'gateway_refused',
        respond: json({ ...answerWith(order(status, other)), ...refuseWith('no') }),
      },
    ]),
  ),
  { name: 'no order', error: 'invalid_answer', respond: json(answerWith({})) },
  {
    name: 'an unknown retCode',
    error: 'invalid_answer',
    respond: json({ retCode: 'PAID', retData: order(2) }),
  },
  { name: 'HTML', error: 'invalid_answer', respond: html(200) },
  { name: 'HTTP 502', error: 'invalid_answer', respond: html(502) },
  {
    name: 'HTTP 429',
    error: 'invalid_answer',
    retryAfterMs: 3000,
    respond: html(429, { 'Retry-After': '3' }),
  },
  {
    name: 'a cut connection',
    error: 'gateway_unreachable',
    respond: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })),
  },
  { name: 'headers and then nothing', stalls: true, respond: neverEnding },
];

export interface Limits {
  readonly attempts: number;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly timeoutMs: number;
}

/** The caller's result in the end, as far as the model tells. */
export interface WaitEnding {
  readonly status: PaymentResult['status'] | 'aborted';
  readonly sees?: number | undefined;
  readonly error?: string | undefined;
}

export class WaitModel {
  asked = 1;
  ending: WaitEnding | undefined;
  isStalled = false;
  private now = 0;
  private isAsking = true;
  private until: number;
  private last: WaitEnding = { status: 'unknown' };

  constructor(private readonly limits: Limits) {
    this.until = limits.timeoutMs;
  }

  get awaitsAnswer(): boolean {
    return !this.ending && this.isAsking && !this.isStalled;
  }

  answer({ proves, sees, error, retryAfterMs = 0, stalls }: ModelAnswer): void {
    if (stalls) this.isStalled = true;
    else if (proves) this.ending = { status: proves, sees };
    else
      this.learn(
        { status: 'unknown', sees: error && sees === undefined ? this.last.sees : sees, error },
        retryAfterMs,
      );
  }

  wait(ms: number): void {
    const end = this.now + ms;
    while (!this.ending && Math.min(this.until, this.limits.deadlineMs) <= end) {
      // If both come at once, the deadline wins, because nothing may outlive it.
      if (this.limits.deadlineMs <= this.until) this.runOutOfTime(this.limits.deadlineMs);
      else if (this.isAsking) {
        this.now = this.until;
        this.learn({ ...this.last, error: 'timeout' });
      } else this.ask();
    }
    this.now = end;
  }

  runOutOfTime(now = this.now): void {
    this.now = now;
    this.ending ??= this.isAsking ? { ...this.last, error: 'timeout' } : this.last;
  }

  giveUp(): void {
    this.ending ??= { status: 'aborted' };
  }

  private learn(known: WaitEnding, retryAfterMs = 0): void {
    this.last = known;
    if (this.asked === this.limits.attempts) this.ending = known;
    this.isAsking = false;
    this.until = this.now + Math.max(this.limits.intervalMs, retryAfterMs);
  }

  private ask(): void {
    this.now = this.until;
    this.asked += 1;
    this.isAsking = true;
    this.isStalled = false;
    this.until = this.now + this.limits.timeoutMs;
  }
}
