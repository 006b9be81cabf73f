import { describe, expect, it } from 'vitest';
import { createIotPay, type IotPayConfig } from '../../../src/server/index';
import { answerWith, merchantKey, paidOrder, credentials } from './gatewayDouble';

describe('createIotPay', () => {
  const config: IotPayConfig = { ...credentials, environment: 'production' };

  it.each<[string, object]>([
    ['merchantKey', { merchantKey: '' }],
    ['merchantKey', { merchantKey: ' \n' }],
    ['merchantKey', { merchantKey: undefined }],
    ['merchantKey', { merchantKey: [] }],
    ['merchantKey', { merchantKey: [merchantKey, ''] }],
    ['merchantKey', { merchantKey: `${merchantKey}\n` }],
    ['merchantKey', { merchantKey: [merchantKey, ` ${merchantKey}`] }],
    ['mchId', { mchId: '' }],
    ['mchId', { mchId: ' 1000' }],
    ['mchId', { mchId: undefined }],
    ['loginName', { loginName: '\t' }],
    ['loginName', { loginName: 'shop ' }],
    ['loginName', { loginName: '0123456789abc' }],
    ['environment', { environment: undefined }],
    ['environment', { environment: 'staging' }],
    ['environment', { environment: {} }],
    ['baseUrl', { environment: { baseUrl: 'http://gateway.example' } }],
    ['baseUrl', { environment: { baseUrl: 'ftp://127.0.0.1' } }],
    ['baseUrl', { environment: { baseUrl: 'https://user:password@gateway.example' } }],
    ['baseUrl', { environment: { baseUrl: 'https://gateway.example/?a=1' } }],
    ['baseUrl', { environment: { baseUrl: 'gateway' } }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: 1.5 }],
    ['timeoutMs', { timeoutMs: NaN }],
    ['timeoutMs', { timeoutMs: 2 ** 31 }],
    ['readRetries.count', { readRetries: { count: -1 } }],
    ['readRetries.count', { readRetries: { count: 1.5 } }],
    ['readRetries.count', { readRetries: { count: 11 } }],
    ['readRetries.pauseMs', { readRetries: { pauseMs: -1 } }],
    ['readRetries.pauseMs', { readRetries: { pauseMs: NaN } }],
    ['readRetries.pauseMs', { readRetries: { pauseMs: 10_001 } }],
    ['onExchange', { onExchange: console }],
  ])('refuses a bad %s: %j', (field, change) => {
    const create = () => createIotPay({ ...config, ...change });
    expect(create).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(create).toThrow(field === 'merchantKey' ? /merchant ?key/i : field);
    expect(create).not.toThrow(merchantKey);
  });

  it.each(['https://proxy.example/iotpay/', 'http://localhost:4000', 'http://[::1]:4000//'])(
    'takes %s for a base URL',
    async (baseUrl) => {
      const urls: string[] = [];
      const iotpay = createIotPay({
        ...config,
        environment: { baseUrl },
        fetch: (url) => {
          urls.push(url as string);
          return Promise.resolve(Response.json(answerWith(paidOrder)));
        },
      });
      await iotpay.query({ mchOrderNo: 'A-1' });
      expect(urls).toEqual([`${baseUrl.replace(/\/+$/, '')}/v3/cc_query`]);
    },
  );

  it('counts loginName in characters', () => {
    expect(() => createIotPay({ ...config, loginName: '🍁'.repeat(12) })).not.toThrow();
    expect(() => createIotPay({ ...config, loginName: '🍁'.repeat(13) })).toThrow('loginName');
  });
});
