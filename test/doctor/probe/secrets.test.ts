import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlotter } from '../../../src/doctor/probe/blotter';
import { takeProbe } from '../../../src/doctor/probe/takeProbe';
import { startWebServer } from '../webServer';

const key = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789')),
  minLength: 16,
  maxLength: 64,
});
const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  });
const sessions = fc.oneof(hex(64), key);
const cardNumbers = fc.constantFrom('4242424242424242', '4242 4242 4242 4242', '5555-5555-5555-4444');

/** What a careless gateway does with what it was sent. */
const echoes: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => secret.toUpperCase(),
  (secret) => `sign=${secret}&key=${secret}`,
  (secret) => `"${secret}"`,
  (secret) => `签名错误[${secret}]`,
  (secret) => encodeURIComponent(secret),
  (secret) => `error\n${secret}`,
  (secret) => secret.slice(0, -3),
  (secret) => secret.slice(4),
];

interface Leak {
  merchantKey: string;
  secureId: string;
  card: string;
  echo: (secret: string) => string;
}

const leak: fc.Arbitrary<Leak> = fc.record({
  merchantKey: key,
  secureId: sessions,
  card: cardNumbers,
  echo: fc.constantFrom(...echoes),
});

/** A gateway that repeats every secret that it knows in every text and name that it can. */
function startLeakingGateway({ merchantKey, secureId, card, echo }: Leak, heard: string[]): Promise<string> {
  return startWebServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const sign = /"sign":"(\w+)"/.exec(body)?.[1] ?? '';
      heard.push(sign);
      const all = [merchantKey, sign, secureId, card].map(echo).join(' ');
      const isSession = request.url?.endsWith('cc_purchase') && body.includes('"amount"');
      const redirectUrl = `https://gateway.example/pay?key=${encodeURIComponent(secureId)}&t=${merchantKey}`;
      response.setHeader('Content-Type', 'application/json').end(
        JSON.stringify({
          retCode: isSession || request.url?.endsWith('cc_query') ? 'SUCCESS' : 'FAIL',
          retMsg: all,
          retData: { secureId, redirectUrl, status: 0, cvv: '123', [echo(merchantKey)]: 1, [echo(card)]: 2 },
          [echo(secureId)]: sign,
        }),
      );
    })();
  });
}

const piecesOf = (text: string, length: number) =>
  Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length));

const containsAnyCase = (text: string, secret: string) => text.toLowerCase().includes(secret.toLowerCase());

describe('a probe', () => {
  it(
    'holds no key, sign, secureId or card number, however a gateway repeats them',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(leak, async (secrets) => {
          const signs: string[] = [];
          const baseUrl = await startLeakingGateway(secrets, signs);
          const { merchantKey, secureId, card } = secrets;
          const access = { mchId: '10000701', loginName: 'shop', merchantKey };
          const probe = await takeProbe({ environment: 'sandbox', baseUrl, timeoutMs: 5000, ...access });
          const file = JSON.stringify(probe, null, 2);

          expect(signs.length).toBeGreaterThan(10);
          for (const secret of [merchantKey, secureId, ...signs.filter((sign) => sign !== '')]) {
            expect(containsAnyCase(file, secret)).toBe(false);
            // Nor a good part of it.
            expect(piecesOf(secret, 12).filter((piece) => containsAnyCase(file, piece))).toEqual([]);
          }
          expect(file.replace(/[ -]/g, '')).not.toContain(card.replace(/[ -]/g, ''));
          expect(file).not.toContain('10000701');
        }),
        { numRuns: 25 },
      );
    },
  );
});

describe('the blotter', () => {
  it('names what was asked about, so that two probes can be compared', () => {
    const blotter = createBlotter();
    blotter.name('DOCTOR20260101000000000ABCDEFG', 'mchOrderNo');

    expect(blotter.clean('order DOCTOR20260101000000000ABCDEFG does not exist')).toBe(
      'order {mchOrderNo} does not exist',
    );
  });

  it('hides a secret with signs that mean something to regular expressions, in any case', () => {
    const blotter = createBlotter();
    blotter.hide('a.b*c(d)[e]^$');

    expect(blotter.clean('key A.B*C(D)[E]^$ is wrong, axbxc is not')).toBe(
      'key [hidden] is wrong, axbxc is not',
    );
  });

  it('leaves words as they are', () => {
    const blotter = createBlotter();
    blotter.hide('secret-key-1');

    for (const text of [
      'request params[amount] error: is missing',
      '签名错误',
      'ERR_INVALID_SIGNATURE_OF_MERCHANT',
    ])
      expect(blotter.clean(text)).toBe(text);
  });
});
