import { describe, expect, it } from 'vitest';
import { answerWith, paidOrder, session, startGateway } from './gatewayDouble';
import { issuesOf, isSent, sendUntyped, texts, urls, valid } from './untypedRequests';

describe('lengths', () => {
  it.each(texts)(
    '%s.%s holds its limit in characters, whatever their bytes',
    async (call, field, longest) => {
      for (const character of ['a', '中', '🍁']) {
        const just = character.repeat(longest);
        expect(await isSent(call, { ...valid[call], [field]: just })).toBe(true);
        expect(await issuesOf(call, { ...valid[call], [field]: just + character })).toEqual({
          [field]: `must be at most ${longest} characters, has ${longest + 1}`,
        });
      }
    },
  );

  it.each(urls)('%s.%s is a URL of at most 200 characters', async (call, field) => {
    const just = 'https://shop.example/'.padEnd(200, '中');
    expect(await isSent(call, { ...valid[call], [field]: just })).toBe(true);
    expect(await issuesOf(call, { ...valid[call], [field]: `${just}a` })).toEqual({
      [field]: 'must be at most 200 characters, has 201',
    });
  });
});

describe('texts', () => {
  it.each(texts)('%s.%s refuses half a surrogate pair and a value that is no string', async (call, field) => {
    expect(await issuesOf(call, { ...valid[call], [field]: 'a\ud83c' })).toEqual({
      [field]: 'must be well-formed Unicode',
    });
    for (const wrong of [1, null, ['A-1'], {}]) {
      expect(await issuesOf(call, { ...valid[call], [field]: wrong })).toEqual({
        [field]: 'must be a string',
      });
    }
  });

  it.each([
    ['purchase', 'mchOrderNo'],
    ['refund', 'mchRefundNo'],
    ['query', 'mchOrderNo'],
    ['queryCard', 'cardId'],
  ] as const)('%s.%s refuses blanks and white space around it', async (call, field) => {
    for (const blank of ['', ' ', '\n']) {
      expect(await issuesOf(call, { ...valid[call], [field]: blank })).toEqual({
        [field]: 'must not be blank',
      });
    }
    for (const padded of [' A-1', 'A-1\n']) {
      expect(await issuesOf(call, { ...valid[call], [field]: padded })).toHaveProperty(field);
    }
  });

  it('accepts optional texts that are empty or undefined', async () => {
    expect(await isSent('purchase', { ...valid.purchase, subject: '', body: undefined })).toBe(true);
    expect(await isSent('refund', { ...valid.refund, notifyUrl: undefined })).toBe(true);
  });
});

describe('query', () => {
  it('takes exactly one of the two numbers', async () => {
    for (const request of [{}, { mchOrderNo: 'A-1', payOrderId: paidOrder.payOrderId }]) {
      expect(await issuesOf('query', request)).toEqual({
        'the request': 'must hold exactly one of mchOrderNo and payOrderId',
      });
    }
  });

  it('takes an undefined number for none', async () => {
    const gateway = await startGateway(answerWith(paidOrder));
    await gateway.client().query({ mchOrderNo: 'A-1', payOrderId: undefined });
    expect(Object.keys(gateway.calls[0]?.fields ?? {}).sort()).toEqual(['mchId', 'mchOrderNo', 'sign']);
  });
});

it('never shows a value of the request in an error', async () => {
  const gateway = await startGateway(session);
  const secret = 'very private text';
  const error = await sendUntyped(gateway.client(), 'purchase', {
    ...valid.purchase,
    body: secret.repeat(20),
    channel: secret,
  }).catch((reason: unknown) => reason as Error);
  expect(JSON.stringify(error) + String(error)).not.toContain(secret);
});
