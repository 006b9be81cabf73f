import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
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

describe('redact', () => {
  it('blots out every occurrence of a secret, and what looks like a sign or a secureId', () => {
    expect(redact(`k1 k1 ${'aF'.repeat(16)} ${'0'.repeat(64)} ${'a'.repeat(31)}`, ['k1'])).toBe(
      `[hidden] [hidden] [hidden] [hidden] ${'a'.repeat(31)}`,
    );
  });

  it('leaves the numbers of orders alone', () => {
    expect(redact('PC20240101231256043886634219 paid', [])).toBe('PC20240101231256043886634219 paid');
  });

  it('takes out line breaks and control characters', () => {
    expect(redact('a\r\n\u001b[31mb', [])).toBe('a [31mb');
  });
});

describe('hideWhenInspected', () => {
  it('changes nothing but what inspection shows', () => {
    const object = hideWhenInspected({ a: 1 });
    expect(Object.keys(object)).toEqual(['a']);
    expect(structuredClone(object)).toEqual({ a: 1 });
  });
});
