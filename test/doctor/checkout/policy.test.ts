import { describe, expect, it } from 'vitest';
import { allowsFrame, allowsScript, readPolicies } from '../../../src/doctor/checkout/policy';

const script = new URL('https://ccapi.iotpaycloud.com/cc/iotpaycc.js');
const page = new URL('https://shop.example/checkout');

const runs = (text: string) => readPolicies(text).every((policy) => allowsScript(policy, script, page));
const isShown = (text: string) => readPolicies(text).every((policy) => allowsFrame(policy, script, page));

describe('a Content-Security-Policy', () => {
  it.each([
    "default-src 'self'; script-src https://ccapi.iotpaycloud.com",
    'script-src https://*.iotpaycloud.com',
    'script-src ccapi.iotpaycloud.com',
    'script-src https://ccapi.iotpaycloud.com:443/cc/',
    'script-src https://ccapi.iotpaycloud.com/cc/iotpaycc.js',
    'script-src https:',
    'script-src *',
    "script-src 'nonce-abc'",
    "script-src 'sha256-abc=' 'strict-dynamic'",
    "script-src-elem https://ccapi.iotpaycloud.com; script-src 'none'",
    "img-src 'none'",
  ])('lets the script run: %s', (policy) => {
    expect(runs(policy)).toBe(true);
  });

  it.each([
    "default-src 'self'",
    "script-src 'none'",
    'script-src',
    'script-src https://iotpaycloud.com',
    'script-src https://ccapi.iotpaycloud.com.evil.example',
    'script-src https://ccapi.iotpaycloud.com:8443',
    'script-src https://ccapi.iotpaycloud.com/other/',
    "script-src 'self'; script-src *",
    "script-src *, default-src 'self'",
    "script-src * ; script-src-elem 'self'",
  ])('refuses the script: %s', (policy) => {
    expect(runs(policy)).toBe(false);
  });

  it.each([
    ['frame-src https://ccapi.iotpaycloud.com/cc/frame', true],
    ['child-src https://ccapi.iotpaycloud.com', true],
    ["frame-src 'self'; child-src *", false],
    ["default-src 'self'", false],
    ["script-src 'none'", true],
  ])('decides about the iframe: %s', (policy, expected) => {
    expect(isShown(policy)).toBe(expected);
  });
});
