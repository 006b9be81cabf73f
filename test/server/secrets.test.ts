import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from '../../src/contract/luhn';
import { hideWhenInspected, redact } from '../../src/server/secrets';
import { requests, secureId, session, startGateway } from './gateway/gatewayDouble';

describe('a session', () => {
  it('shows its secureId as a property and in its JSON, for the browser, but not when it is logged', async () => {
    const gateway = await startGateway(session);
    const purchased = await gateway.client().purchase(requests.purchase);
    expect(purchased.secureId).toBe(secureId);
    expect(JSON.parse(JSON.stringify(purchased))).toEqual(session.retData);
    expect({ ...purchased }).toEqual(session.retData);
    expect(await Response.json(purchased).json()).toEqual(session.retData);
    expect(inspect(purchased)).toBe("{ secureId: '[hidden]', redirectUrl: '[hidden]' }");
    expect(inspect([{ purchased }], { depth: 5 })).not.toContain(secureId);
  });
});

/** A number that a card may have: these digits and the one that makes them right. */
function withCheckDigit(body: string): string {
  const last = Array.from('0123456789').find((digit) => passesLuhn(body + digit)) ?? '';
  return body + last;
}

describe('redact', () => {
  it('blots out every occurrence of a secret, and what looks like a sign or a secureId', () => {
    expect(redact(`k1 k1 ${'aF'.repeat(16)} ${'0'.repeat(64)} ${'a'.repeat(31)}`, ['k1'])).toBe(
      `[hidden] [hidden] [hidden] [hidden] ${'a'.repeat(31)}`,
    );
  });

  it('leaves the numbers of orders alone', () => {
    expect(redact('PC20240101231256043886634219 paid', [])).toBe('PC20240101231256043886634219 paid');
  });

  it.each([
    ['4111111111111111', 'in one piece'],
    ['4111 1111 1111 1111', 'in groups with spaces'],
    ['4111-1111-1111-1111', 'in groups with dashes'],
    ['4111 - 1111 - 1111 - 1111', 'in groups with both'],
    ['4111\t1111\n1111 1111', 'in groups with control characters'],
    ['3782 822463 10005', 'in the groups of American Express'],
    ['4222222222222', 'of 13 digits'],
    ['6212345678900000003', 'of 19 digits'],
  ])('blots out the card number %j, %s', (number) => {
    expect(redact(`card:${number}, declined`, [])).toBe('card:[hidden], declined');
    expect(redact(number, [])).toBe('[hidden]');
  });

  it('blots out a card number among other numbers', () => {
    expect(redact('2 x 4111 1111 1111 1111 12/29', [])).toBe('2 x [hidden] 12/29');
    expect(redact('order 17 4111111111111111', [])).toBe('order 17 [hidden]');
    expect(redact('4111111111111111 and 5555555555554444', [])).toBe('[hidden] and [hidden]');
  });

  it('leaves a number alone that has a wrong check digit, or too few or too many digits for a card', () => {
    for (const number of [
      '4111111111111112',
      '4111 1111 1111 1112',
      '422222222222',
      '41111111111111110000',
    ]) {
      expect(redact(`no ${number}`, [])).toBe(`no ${number}`);
    }
  });

  it('leaves no card number to be read, however it is written', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 });
    const separators = fc.array(fc.constantFrom('', '', '', ' ', '-', '  '), {
      minLength: 18,
      maxLength: 18,
    });
    const property = fc.property(digits, separators, fc.nat(999), (body, gaps, neighbour) => {
      const number = withCheckDigit(body.join(''));
      const written = Array.from(number)
        .map((digit, at) => digit + (gaps[at] ?? ''))
        .join('')
        .trim();
      const shown = redact(`${neighbour}: ${written}; ${neighbour}`, []).replace(/\D/g, '');
      expect(shown).toBe(`${neighbour}${neighbour}`);
    });
    fc.assert(property);
  });

  it('takes out line breaks and control characters', () => {
    expect(redact('a\r\n\u001b[31mb', [])).toBe('a [31mb');
  });
});

describe('hideWhenInspected', () => {
  it('hides the values of an object only from inspection', () => {
    const object = hideWhenInspected({ a: 1 });
    expect(Object.keys(object)).toEqual(['a']);
    expect(structuredClone(object)).toEqual({ a: 1 });
  });
});
