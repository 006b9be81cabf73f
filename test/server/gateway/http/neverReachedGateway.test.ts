import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { credentials, requests, clientOf, failureOf } from '../gatewayDouble';

/** A question without repetitions, so that its error is that of one exchange. */
const ask = (fetch: typeof globalThis.fetch) =>
  failureOf(
    clientOf('http://localhost', { fetch, readRetries: { count: 0 } }).queryCard({ cardId: 'card-1' }),
  );

const ownCause = new Error('again');
ownCause.cause = ownCause;

describe('an error of fetch', () => {
  it('passes an error of fetch on without the request that it carries', async () => {
    const error = await ask((_, init) =>
      Promise.reject(
        Object.assign(new TypeError(`failed: ${init?.body as string}`), {
          config: init,
          cause: Object.assign(new Error(`key ${credentials.merchantKey}`), {
            code: 'ESOMETHING',
            request: init,
          }),
        }),
      ),
    );
    const shown = inspect(error, { depth: Infinity, showHidden: true });
    expect(error).toMatchObject({
      code: 'gateway_unreachable',
      cause: {
        name: 'TypeError',
        message: 'failed: [hidden]',
        cause: { code: 'ESOMETHING', message: 'key [hidden]' },
      },
    });
    expect(shown).not.toContain(credentials.merchantKey);
    expect(shown).not.toContain('card-1');
  });

  it('makes an error of anything that fetch throws', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue('offline');
    expect(await ask(fetch)).toMatchObject({
      cause: { message: 'offline' },
    });
  });

  it.each([
    [
      'every address refused',
      { errors: [{ syscall: 'connect' }, { syscall: 'connect' }] },
      'gateway_unreachable',
    ],
    ['one address got further', { errors: [{ syscall: 'connect' }, { syscall: 'read' }] }, 'outcome_unknown'],
    [
      'one address got further, although the cause says otherwise',
      { errors: [{ syscall: 'connect' }, { syscall: 'read' }], cause: { code: 'ECONNREFUSED' } },
      'outcome_unknown',
    ],
    ['a certificate that is not trusted', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'gateway_unreachable'],
    ['a broken pipe', { code: 'EPIPE', syscall: 'write' }, 'outcome_unknown'],
    ['nothing known', {}, 'outcome_unknown'],
    ['an error that is its own cause', ownCause, 'outcome_unknown'],
  ])(
    'takes an error of fetch for a proof that nothing was sent only if it is one: %s',
    async (_, cause, code) => {
      const iotpay = clientOf('http://localhost', {
        fetch: () => Promise.reject(new TypeError('fetch failed', { cause })),
      });
      expect(await failureOf(iotpay.refund(requests.refund))).toMatchObject({ code });
    },
  );
});
