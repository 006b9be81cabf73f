import { describe, expect, it } from 'vitest';
import { startMerchant, type Merchant } from '../merchant';

async function load({ sandbox }: Merchant, path: string) {
  const response = await fetch(sandbox.url + path);
  return { response, text: await response.text() };
}

describe('the hosted script', () => {
  it('the hosted script is a script that runs by itself', async () => {
    const { response, text } = await load(await startMerchant(), '/cc/iotpaycc.js');

    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(text).toMatch(/\.Iotpay ?= ?/);
    expect(text).not.toMatch(/^(import|export) /m);
  });
});

describe('the card page', () => {
  it.each(['/cc/frame?mode=Pay&key=', '/cc/purchase?key='])(
    'at %s shows the amount on its button',
    async (path) => {
      const merchant = await startMerchant();
      const { secureId } = await merchant.purchase({ amount: 123456 });

      const { response, text } = await load(merchant, path + secureId);

      expect(response.status).toBe(200);
      expect(text).toContain('Pay $1,234.56');
      for (const label of ['Card number', 'Name on card', 'Expiry date', 'Security code']) {
        expect(text).toContain(label);
      }
    },
  );

  it.each(['/cc/frame?mode=Add&key=', '/cc/addcard?key='])(
    'the card page at %s saves a card',
    async (path) => {
      const merchant = await startMerchant();
      const { retData } = await merchant.call('cc_addcard', merchant.cardFields());

      const { response, text } = await load(merchant, path + String(retData.secureId));

      expect(response.status).toBe(200);
      expect(text).toContain('Save card');
    },
  );

  it('names the shop and what is bought, on a page of its own', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase({ subject: 'Mug <b>"big"</b> & spoon' });

    const { text } = await load(merchant, `/cc/purchase?key=${secureId}`);

    expect(text).toContain(
      `Mug &lt;b&gt;&quot;big&quot;&lt;/b&gt; &amp; spoon at ${new URL(merchant.ownUrl).host}`,
    );
    expect(text).not.toContain('<b>');
  });

  it.each([
    ['no key', '', 'can’t be opened'],
    ['a key that nobody was given', 'f'.repeat(64), 'can’t be opened'],
    ['a key with a script in it', '</script><script>alert(1)</script>', 'can’t be opened'],
  ])('says in friendly words that it has nothing for %s', async (_, key, words) => {
    const { response, text } = await load(
      await startMerchant(),
      `/cc/purchase?key=${encodeURIComponent(key)}`,
    );

    expect(response.status).toBe(410);
    expect(text).toContain(words);
    expect(text).not.toContain('<script>alert');
  });

  it('says that it has expired', async () => {
    const merchant = await startMerchant({ clocks: { secureIdTtlMs: 0 } });
    const { secureId } = await merchant.purchase();

    const { response, text } = await load(merchant, `/cc/frame?mode=Pay&key=${secureId}`);

    expect(response.status).toBe(410);
    expect(text).toContain('This page has expired');
    expect(text).toContain('"message":"secureId is expired"');
  });

  it('does not open a payment as a card to save', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();

    expect((await load(merchant, `/cc/frame?mode=Add&key=${secureId}`)).response.status).toBe(410);
    expect((await load(merchant, `/cc/addcard?key=${secureId}`)).response.status).toBe(410);
  });

  it('does not offer a session a second time, and does not call it a failure either', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242');

    const { response, text } = await load(merchant, `/cc/frame?mode=Pay&key=${secureId}`);

    expect(response.status).toBe(410);
    expect(text).toContain('has been used');
    expect(text).toContain('"events":[]');
  });

  it('says the same of a session that was declined, and to one who would save a card with it', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4000000000000002');

    for (const mode of ['Pay', 'Add']) {
      const { response, text } = await load(merchant, `/cc/frame?mode=${mode}&key=${secureId}`);

      expect(response.status).toBe(410);
      expect(text).toContain('has been used');
      expect(text).toContain('"events":[]');
    }
  });

  it('runs no script but its own, and tells nobody its address', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();

    const { response } = await load(merchant, `/cc/frame?mode=Pay&key=${secureId}`);

    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("form-action 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the console', () => {
  it('opens at the address of an order, too, so that it can be given to somebody else', async () => {
    const merchant = await startMerchant();

    const { response, text } = await load(merchant, '/orders/ORDER-1');

    expect(response.status).toBe(200);
    expect(text).toBe((await load(merchant, '/')).text);
  });

  it('brings its own script, which asks no other host for anything', async () => {
    const { response, text } = await load(await startMerchant(), '/console.js');

    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(text).not.toMatch(/\bprocess\.env\b/);
    expect(text).not.toMatch(/fetch\(["'`]https?:/);
  });

  it('the console can not be framed', async () => {
    const { response } = await load(await startMerchant(), '/');

    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('finds everything that it links to', async () => {
    const merchant = await startMerchant();
    const { text } = await load(merchant, '/');
    const paths = [...text.matchAll(/(?:src|href)="(\/[^"#]+)"/g)].map(([, path]) => path ?? '');

    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) expect((await load(merchant, path)).response.status).toBe(200);
  });
});
