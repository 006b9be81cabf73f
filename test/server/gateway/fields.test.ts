import { describe, expect, it } from 'vitest';
import { amounts, issuesOf, isSent, valid } from './untypedRequests';

describe('amounts', () => {
  it.each(amounts)('%s.%s takes 1 to 2^31 - 1 cents', async (call, field) => {
    expect(await isSent(call, { ...valid[call], [field]: 1 })).toBe(true);
    expect(await isSent(call, { ...valid[call], [field]: 2 ** 31 - 1 })).toBe(true);
  });

  it.each(
    amounts.flatMap(([call, field]) =>
      (
        [
          [0, /at least 1 cent/],
          [-1, /at least 1 cent/],
          [2 ** 31, /at most 2147483647/],
          [19.99, /fraction.*toCents/],
          [NaN, /NaN/],
          [Infinity, /whole cents/],
          ['1999', /toCents/],
          ['19.99', /toCents/],
          [1999n, /whole cents/],
          [null, /whole cents/],
          [undefined, /is required/],
        ] as const
      ).map(([amount, message]) => [call, field, amount, message] as const),
    ),
  )('%s.%s refuses %s', async (call, field, amount, message) => {
    const issues = await issuesOf(call, { ...valid[call], [field]: amount });
    expect(issues).toEqual({ [field]: expect.stringMatching(message) as string });
  });
});

describe('the other fields', () => {
  it.each(['USD', 'cad', '', 124, null])('refuses the currency %j', async (currency) => {
    for (const call of ['purchase', 'purchaseWithToken', 'purchaseWithWallet'] as const) {
      expect(await issuesOf(call, { ...valid[call], currency })).toEqual({
        currency: expect.stringContaining("'CAD'") as string,
      });
    }
  });

  it.each(['ALIPAY', 'pf_cc', '', undefined])('refuses the channel %j', async (channel) => {
    for (const call of ['purchase', 'addCard'] as const) {
      expect(await issuesOf(call, { ...valid[call], channel })).toHaveProperty('channel');
    }
  });

  it.each([
    'shop.example/notify',
    '/notify',
    'ftp://shop.example',
    'javascript:alert(1)',
    'https://',
    'https://shop.example/a b',
    ' https://shop.example',
    'https:/shop.example',
    '',
    undefined,
  ])('refuses the URL %j', async (url) => {
    expect(await issuesOf('purchase', { ...valid.purchase, notifyUrl: url, returnUrl: url })).toEqual({
      notifyUrl: expect.any(String) as string,
      returnUrl: expect.any(String) as string,
    });
  });

  it('refuses an unknown wallet and a payment token that is not base64', async () => {
    const issues = await issuesOf('purchaseWithWallet', {
      ...valid.purchaseWithWallet,
      walletType: 'SamsungPay',
      walletData: '{"data":"x"}',
    });
    expect(Object.keys(issues)).toEqual(['walletType', 'walletData']);
    expect(
      await issuesOf('purchaseWithWallet', { ...valid.purchaseWithWallet, walletData: '' }),
    ).toHaveProperty('walletData');
  });

  it('names all wrong fields at once', async () => {
    expect(Object.keys(await issuesOf('purchase', {}))).toEqual([
      'mchOrderNo',
      'amount',
      'channel',
      'notifyUrl',
      'returnUrl',
    ]);
  });

  it('refuses an unknown field, so that a misspelt one is not dropped in silence', async () => {
    expect(await issuesOf('purchase', { ...valid.purchase, notifyURL: 'https://shop.example' })).toEqual({
      notifyURL: 'is not a field of this call',
    });
  });

  it.each([null, undefined, 'A-1', 7])('needs a request that is an object, not %j', async (request) => {
    expect(await issuesOf('query', request)).toEqual({ 'the request': 'must be an object' });
  });
});
