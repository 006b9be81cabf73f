import { describe, expect, it } from 'vitest';
import { examine } from '../../src/doctor/examine';
import type { DoctorSettings } from '../../src/doctor/settings';
import { selfSigned } from './selfSigned';
import { html, javascript, type SetUp, setUp } from './setUp';
import { freeAddress, startRelay, startTlsServer } from './webServer';

type Changes = Partial<DoctorSettings> | undefined;

async function faultsOf(shop: SetUp, changes: Changes) {
  const findings = await examine({ ...shop.settings, ...changes });
  return findings.flatMap(({ check, status, code }) =>
    status === 'failed' ? `${check}: ${code ?? ''}` : [],
  );
}

const servesPage = (shop: SetUp, page: string, policy?: string) => {
  shop.routes['/checkout'] = (response) => {
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    html(response, `<!doctype html>${page}`);
  };
};

const otherKey = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';

/** Each set-up is right in all ways but one. */
const broken: [name: string, faults: string[], breakIt: (shop: SetUp) => unknown][] = [
  ['a wrong key', ['signature: wrong_key'], () => ({ merchantKey: otherKey })],
  [
    'a key with a line break behind it',
    ['merchantKey: key_with_blank'],
    ({ settings }) => ({ merchantKey: `${settings.merchantKey}\n` }),
  ],
  [
    'a key in quotation marks',
    ['merchantKey: key_with_blank'],
    ({ settings }) => ({ merchantKey: `"${settings.merchantKey}"` }),
  ],
  ['a wrong mchId', ['mchId: wrong_mch_id'], () => ({ mchId: '10009999' })],
  ['a wrong login name', ['loginName: wrong_login_name'], () => ({ loginName: 'somebody' })],
  [
    'a clock that is an hour off',
    ['clock: clock_off'],
    async ({ sandbox, settings }) => {
      const hourAgo = new Date(Date.now() - 3_600_000).toUTCString();
      const baseUrl = await startRelay(sandbox.url, (response) => response.setHeader('Date', hourAgo));
      return { baseUrl, checkoutUrl: settings.returnUrl };
    },
  ],
  [
    'a gateway that nobody reaches',
    ['gateway: gateway_unreachable'],
    async ({ settings }) => ({ baseUrl: await freeAddress(), checkoutUrl: settings.returnUrl }),
  ],
  [
    'a gateway whose certificate nobody trusts',
    ['tls: tls_wrong', 'gateway: tls_wrong'],
    async ({ settings }) => ({
      baseUrl: await startTlsServer(selfSigned(), (_, response) => response.end('{}')),
      checkoutUrl: settings.returnUrl,
    }),
  ],
  [
    'a firewall page in the place of the gateway',
    ['gateway: not_the_gateway'],
    ({ shopUrl, settings }) => ({ baseUrl: shopUrl, checkoutUrl: settings.returnUrl }),
  ],
  [
    'a notifyUrl that is not there',
    ['notifyUrl: notify_url_not_found'],
    ({ shopUrl }) => ({ notifyUrl: `${shopUrl}/nothing` }),
  ],
  [
    'a notifyUrl that answers HTML',
    ['notifyUrl: notify_url_html'],
    ({ routes }) => {
      routes['/notify'] = (response) => html(response, '<!doctype html><div id="root"></div>');
    },
  ],
  [
    'a notifyUrl that redirects',
    ['notifyUrl: notify_url_redirects'],
    ({ routes }) => {
      routes['/notify'] = (response) => response.writeHead(308, { Location: '/notify/' }).end();
    },
  ],
  [
    'a notifyUrl that accepts a forged notification',
    ['notifyUrlForged: notify_url_accepts_forgery'],
    ({ routes }) => {
      routes['/notify'] = (response) => response.end('success');
    },
  ],
  [
    'a notifyUrl behind a login',
    ['notifyUrl: notify_url_login'],
    ({ routes }) => {
      routes['/notify'] = (response) => response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
    },
  ],
  [
    'a policy that refuses the script',
    ['cspScript: csp_refuses_script'],
    (shop) => servesPage(shop, '', `script-src 'self'; frame-src ${shop.sandbox.url}`),
  ],
  [
    'a policy that refuses the iframe',
    ['cspFrame: csp_refuses_frame'],
    (shop) => servesPage(shop, '', `script-src ${shop.sandbox.url}; default-src 'self'`),
  ],
  [
    'a nonce that is always the same',
    ['nonce: nonce_reused'],
    (shop) =>
      servesPage(
        shop,
        '<script nonce="abc"></script>',
        `script-src 'nonce-abc'; frame-src ${shop.sandbox.url}`,
      ),
  ],
  [
    'a script that is loaded twice',
    ['hostedScript: script_twice'],
    (shop) => servesPage(shop, `<script src="${shop.sandbox.url}/cc/iotpaycc.js"></script>`.repeat(2)),
  ],
  [
    'a script that is bundled',
    ['hostedScript: script_bundled'],
    async (shop) => {
      const script = await (await fetch(`${shop.sandbox.url}/cc/iotpaycc.js`)).text();
      shop.routes['/shop.js'] = (response) =>
        javascript(response, `console.log(1);${script.replace(/\s+/g, ' ')}`);
    },
  ],
  [
    'a script that the shop serves itself',
    ['hostedScript: script_bundled'],
    (shop) => servesPage(shop, '<script src="/static/iotpaycc.js"></script>'),
  ],
  [
    'a returnUrl that nobody reaches',
    ['returnUrl: return_url_unreachable'],
    async () => ({ returnUrl: await freeAddress() }),
  ],
  [
    'a returnUrl that loses what the gateway adds',
    ['returnUrl: return_url_redirects'],
    ({ routes }) => {
      routes['/thanks'] = (response) => response.writeHead(302, { Location: '/fr/merci' }).end();
    },
  ],
];

describe('iotpay doctor', () => {
  it.each(broken)('finds %s, and nothing else', async (_, faults, breakIt) => {
    const shop = await setUp();
    const changes = (await breakIt(shop)) as Changes;

    expect(await faultsOf(shop, changes)).toEqual(faults);
  });

  it('finds nothing wrong where nothing is', async () => {
    const shop = await setUp();
    await shop.pay();

    const findings = await examine(shop.settings);

    expect(findings.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      'node',
      'packages',
      'proxy',
      'merchantKey',
      'dns',
      'tls',
      'gateway',
      'clock',
      'mchId',
      'signature',
      'loginName',
      'notifyUrl',
      'notifyUrlForged',
      'notifyUrlGenuine',
      'notifyUrlAmount',
      'returnUrl',
      'checkoutPage',
      'cspScript',
      'cspFrame',
      'nonce',
      'hostedScript',
    ]);
  });

  it('finds a handler that fails when a genuine notification comes again', async () => {
    const shop = await setUp();
    await shop.pay();
    shop.routes['/notify'] = (response) => response.writeHead(409).end('stored already');

    expect(await faultsOf(shop, undefined)).toEqual(['notifyUrlGenuine: notify_url_not_idempotent']);
  });
});
