import { expect, it, vi } from 'vitest';
import { checkNotifyUrl } from '../../src/doctor/checks/notifyUrl';
import { takeProbe } from '../../src/doctor/probe/takeProbe';
import { setUp } from './setUp';

it('only reads in production: the shop gets no notification, and nothing is said of one', async () => {
  const { settings } = await setUp();
  const shop = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('success'));

  const notifyUrl = 'https://shop.example/notify';
  const findings = await checkNotifyUrl({ ...settings, environment: 'production', notifyUrl });

  expect(shop.mock.calls.map(([, init]) => init?.method)).toEqual(['GET']);
  expect(findings.map(({ check, status }) => [check, status])).toEqual([
    ['notifyUrl', 'unknown'],
    ['notifyUrlForged', 'unknown'],
  ]);
});

it('says that IOTPay can’t reach a notifyUrl on this computer', async () => {
  const { settings } = await setUp();

  const findings = await checkNotifyUrl({ ...settings, environment: 'development' });

  expect(findings).toEqual([expect.objectContaining({ code: 'notify_url_local' })]);
});

it('probes no production gateway', async () => {
  const { settings } = await setUp();

  await expect(takeProbe({ ...settings, environment: 'production' })).rejects.toThrow(RangeError);
});
