import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { credentials, requests, clientOf, failureOf } from './gatewayDouble';

describe('an error of fetch', () => {
  it('is passed on without the request that it drags along', async () => {
    const iotpay = clientOf('http://localhost', {
      fetch: (_, init) =>
        Promise.reject(
          Object.assign(new TypeError(`failed: ${init?.body as string}`), {
            config: init,
            cause: Object.assign(new Error(`key ${credentials.merchantKey}`), {
              code: 'ESOMETHING',
              request: init,
            }),
          }),
        ),
    });
    const error = await failureOf(iotpay.addCard(requests.addCard));
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

  it('that is no error at all is an error all the same', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue('offline');
    const iotpay = clientOf('http://localhost', { fetch });
    expect(await failureOf(iotpay.addCard(requests.addCard))).toMatchObject({
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
    ['a certificate that is not trusted', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'gateway_unreachable'],
    ['a broken pipe', { code: 'EPIPE', syscall: 'write' }, 'outcome_unknown'],
    ['nothing known', {}, 'outcome_unknown'],
  ])('only proves that nothing was sent where it must: %s', async (_, cause, code) => {
    const iotpay = clientOf('http://localhost', {
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause })),
    });
    expect(await failureOf(iotpay.refund(requests.refund))).toMatchObject({ code });
  });
});
