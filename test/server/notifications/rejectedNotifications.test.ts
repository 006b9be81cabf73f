import { describe, expect, it, vi } from 'vitest';
import { paidOrder } from '../gateway/gatewayDouble';
import { listeningHandler, post, signed, sendNotification, deliverFields } from './notificationDouble';

describe('a rejected notification', () => {
  const good = signed();
  const depth = 3000;

  it.each<[string, number, string, string]>([
    ['a changed amount', 401, 'sign_mismatch', JSON.stringify({ ...good, amount: 1 })],
    ['an added field', 401, 'sign_mismatch', JSON.stringify({ ...good, extra: '1' })],
    ['a missing sign', 401, 'sign_missing', JSON.stringify(paidOrder)],
    ['an empty sign', 401, 'sign_missing', JSON.stringify({ ...paidOrder, sign: '' })],
    [
      'a lower-case sign',
      401,
      'sign_malformed',
      JSON.stringify({ ...good, sign: String(good.sign).toLowerCase() }),
    ],
    ['a sign in a list', 400, 'malformed', JSON.stringify({ ...good, sign: [good.sign] })],
    [
      'a sign of 1,000 characters',
      401,
      'sign_malformed',
      JSON.stringify({ ...good, sign: 'A'.repeat(1000) }),
    ],
    ['a sign that is a number', 401, 'sign_malformed', JSON.stringify({ ...good, sign: 1 })],
    ['a sign that is true', 401, 'sign_malformed', JSON.stringify({ ...good, sign: true })],
    ['a key of another merchant', 401, 'sign_mismatch', JSON.stringify(signed(paidOrder, 'another key'))],
    ['an empty key', 401, 'sign_mismatch', JSON.stringify(signed(paidOrder, 'undefined'))],
    [
      'a body that was re-encoded',
      401,
      'body_re_encoded',
      JSON.stringify({ ...signed({ ...paidOrder, body: 'a b' }), body: 'a+b' }),
    ],
    ['another merchant', 403, 'wrong_merchant', JSON.stringify(signed({ ...paidOrder, mchId: '666' }))],
    ['no merchant', 403, 'wrong_merchant', JSON.stringify(signed({ ...paidOrder, mchId: undefined }))],
    [
      'a merchant that is an object',
      400,
      'malformed',
      JSON.stringify(signed({ ...paidOrder, mchId: { toString: 1 } })),
    ],
    ['no payOrderId', 400, 'malformed', JSON.stringify(signed({ ...paidOrder, payOrderId: '' }))],
    ['no mchOrderNo', 400, 'malformed', JSON.stringify(signed({ ...paidOrder, mchOrderNo: {} }))],
    ['an empty body', 400, 'malformed', ''],
    ['white space', 400, 'malformed', ' \n'],
    ['broken JSON', 400, 'malformed', '{"payOrderId":"PC1"'],
    ['two JSON objects', 400, 'malformed', '{}{}'],
    ['unquoted names', 400, 'malformed', '{1.5:"a"}'],
    ['a JSON list', 401, 'sign_missing', '[1]'],
    [
      'nesting',
      400,
      'malformed',
      `{"sign":"${String(good.sign)}","a":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    ],
    [
      'a field given twice',
      400,
      'malformed',
      `amount=1&${new URLSearchParams(good as Record<string, string>).toString()}`,
    ],
    [
      'a sign given twice',
      400,
      'malformed',
      `${new URLSearchParams(good as Record<string, string>).toString()}&sign=x`,
    ],
    ['text', 401, 'sign_missing', 'hello'],
  ])('%s: %i %s', async (_, status, reason, body) => {
    const result = await sendNotification(body);
    expect(result).toMatchObject({
      status,
      text: 'rejected',
      payments: [],
      rejections: [{ reason, status }],
    });
  });

  it('turns away bytes that are not UTF-8', async () => {
    const { handler, onReject } = listeningHandler();
    const body = Uint8Array.of(0x7b, 0xff, 0x7d);
    expect((await handler.fetch(new Request('https://shop.example/', post(body)))).status).toBe(400);
    expect(onReject.mock.calls).toMatchObject([
      [{ reason: 'malformed', message: expect.stringContaining('UTF-8') as string }],
    ]);
  });

  it('describes a rejected notification without its unsigned values', async () => {
    const { rejections } = await deliverFields({ ...good, amount: 1 });
    expect(rejections[0]).not.toHaveProperty('order');
  });

  it('suspects another environment for a rejected notification when even the mchId is not the shop’s', async () => {
    const { rejections } = await deliverFields(signed({ ...paidOrder, mchId: '666' }, 'another key'));
    expect(rejections[0]?.message).toMatch(/another environment.*mchId/);
  });

  it('turns a notification away in the same way, whatever onReject does', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const onReject of [
      () => {
        throw new Error('log full');
      },
      () => Promise.reject(new Error('log full')),
    ]) {
      expect(await sendNotification('', { onReject })).toMatchObject({ status: 400, text: 'rejected' });
    }
  });
});
