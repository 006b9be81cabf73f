import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allowLocalNetworkSandbox as allowInClient } from '../../src/client/script/allowLocalNetworkSandbox';
import { scriptUrl } from '../../src/client/script/scriptUrl';
import { localNetworkSlot } from '../../src/contract/urls';
import { allowLocalNetworkSandbox as allowOnServer } from '../../src/server/allowLocalNetworkSandbox';
import { readConfig } from '../../src/server/gateway/config';

const configFor = (baseUrl: string) =>
  readConfig({ environment: { baseUrl }, mchId: '1', loginName: 'ada', merchantKey: 'key' }).baseUrl;

const forget = () => Reflect.deleteProperty(globalThis, localNetworkSlot);

describe('a sandbox on the local network', () => {
  beforeEach(() => void vi.stubEnv('NODE_ENV', 'development'));
  afterEach(() => {
    forget();
    vi.unstubAllEnvs();
  });

  const local = [
    'http://192.168.1.20:4242',
    'http://10.0.0.7:4242',
    'http://172.17.0.2:4242',
    'http://sandbox:4242',
    'http://my-mac.local:4242',
  ];
  const foreign = [
    'http://evil.example:4242',
    'http://8.8.8.8:4242',
    'http://172.32.0.1:4242',
    'http://192.168.evil.example',
    'http://10.evil.example',
  ];

  it.each([...local, ...foreign])('is refused as long as nobody has allowed it: %s', (url) => {
    expect(() => scriptUrl(`${url}/cc/iotpaycc.js`)).toThrow(
      expect.objectContaining({ code: 'script_url_refused' }),
    );
    expect(() => configFor(url)).toThrow(/allowLocalNetworkSandbox/);
  });

  it.each(local)('is used once it was allowed, by page and server: %s', (url) => {
    allowInClient();
    expect(scriptUrl(`${url}/cc/iotpaycc.js`)).toBe(`${url}/cc/iotpaycc.js`);
    forget();
    allowOnServer();
    expect(configFor(url)).toBe(url);
  });

  it.each(foreign)('does not open the door to other hosts: %s', (url) => {
    allowInClient();

    expect(() => scriptUrl(`${url}/cc/iotpaycc.js`)).toThrow(
      expect.objectContaining({ code: 'script_url_refused' }),
    );
    expect(() => configFor(url)).toThrow(expect.objectContaining({ code: 'invalid_config' }));
  });

  it('is refused by a production build, though the shop’s code allows it', () => {
    vi.stubEnv('NODE_ENV', 'production');
    allowInClient();

    expect(() => scriptUrl('http://192.168.1.20:4242/cc/iotpaycc.js')).toThrow(
      expect.objectContaining({ code: 'script_url_refused' }),
    );
    expect(() => allowOnServer()).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(() => configFor('http://192.168.1.20:4242')).toThrow(
      expect.objectContaining({ code: 'invalid_config' }),
    );
  });
});
