import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IotPayOrdersError, type OrdersErrorCode } from '../../src/orders/errors';
import { answerTo } from '../../src/orders/routes/routeError';
import { documents } from './printedCode';
import { entryFiles, exportsOf, propertiesOf, stringsOf, type EntryName } from './publicTypes';
import { firstColumn, namesIn, tableRows } from './tables';

const entries = Object.keys(entryFiles) as EntryName[];

describe('docs/errors.md', () => {
  const errors = 'docs/errors.md';
  const ofTheOrders = tableRows(errors, '`error.code`', 1);

  it('has every code of the page, and no other', () => {
    const codes = firstColumn(tableRows(errors, 'code'));
    expect(codes).toEqual(stringsOf('react-iotpay', 'IotPayClientErrorCode'));
  });

  it('has every code of the gateway’s client, and no other', () => {
    const codes = firstColumn(tableRows(errors, '`error.code`'));
    expect(codes).toEqual(stringsOf('react-iotpay/server', 'IotPayServerErrorCode'));
  });

  it('has every code of the shop’s payments, and no other', () => {
    expect(firstColumn(ofTheOrders)).toEqual(stringsOf('react-iotpay/orders', 'OrdersErrorCode'));
  });

  it('has every code of the routes, and no other', () => {
    const own = firstColumn(tableRows(errors, '`code`'));
    const all = new Set([...own, ...stringsOf('react-iotpay/orders', 'OrdersErrorCode')]);
    expect([...all].sort()).toEqual(stringsOf('react-iotpay/orders', 'RouteErrorCode'));
  });

  it.each(ofTheOrders.flatMap((row) => namesIn(row[0]).map((code) => ({ code, status: row.at(-1) ?? '' }))))(
    'says what HTTP status the routes answer for $code',
    ({ code, status }) => {
      const answer = answerTo(new IotPayOrdersError(code as OrdersErrorCode, 'for a test'));
      expect(answer).toMatchObject(
        status === '' ? { status: 500, code: 'internal' } : { status: Number(status), code },
      );
    },
  );
});

describe('the tables of options', () => {
  it.each<[string, string, EntryName, string]>([
    ['docs/checkout.md', '`IotPayCheckout`', 'react-iotpay', 'IotPayCheckoutProps'],
    ['docs/checkout.md', '`IotPayReturn`', 'react-iotpay', 'IotPayReturnProps'],
    ['docs/checkout.md', '`IotPayProvider`', 'react-iotpay', 'IotPayProviderProps'],
    ['docs/checkout.md', '`IotPayCard`', 'react-iotpay', 'IotPayCardProps'],
    ['docs/checkout.md', 'of `useSecureId`', 'react-iotpay', 'UseSecureIdOptions'],
    ['docs/orders.md', 'of `createOrders`', 'react-iotpay/orders', 'OrdersOptions'],
    ['docs/orders.md', 'of `createIotPay`', 'react-iotpay/server', 'IotPayConfig'],
    ['docs/orders.md', 'of `createNotificationHandler`', 'react-iotpay/server', 'NotificationOptions'],
  ])('%s: the table with the heading %s has each option, and no other', (document, heading, entry, type) => {
    expect(firstColumn(tableRows(document, heading))).toEqual(propertiesOf(entry, type));
  });

  it.each<[string, string, string, string[]]>([
    ['of the fake shop', 'FakeShop', 'FakeShopOptions', ['afterEach', 'locale', 'onSubmit', 'url']],
    ['of the fake', 'FakeIotPay', 'FakeIotPayOptions', ['afterEach']],
  ])(
    'docs/testing.md explains what is to be known %s, and nothing else',
    (heading, type, options, elsewhere) => {
      const rows = tableRows('docs/testing.md', heading);
      const explained = new Set(firstColumn(rows));
      const all = [
        ...propertiesOf('react-iotpay/testing', type),
        ...propertiesOf('react-iotpay/testing', options),
      ];
      expect([...explained].filter((name) => !all.includes(name))).toEqual([]);
      expect(all.filter((name) => !explained.has(name) && !elsewhere.includes(name))).toEqual([]);
    },
  );
});

describe('the table of outcomes', () => {
  const rows = tableRows('docs/checkout.md', 'handler');

  it('names handlers that the card has', () => {
    expect(propertiesOf('react-iotpay', 'IotPayCardProps')).toEqual(
      expect.arrayContaining(firstColumn(rows)),
    );
    expect(rows.length).toBeGreaterThan(3);
  });

  it('names every reason for which an outcome is unknown', () => {
    const unknown = rows.find(([, status]) => status === '`unknown`')?.[2] ?? '';
    const [, reasons = ''] = unknown.split('`reason` is ');
    expect(namesIn(reasons).sort()).toEqual(stringsOf('react-iotpay', 'IotPayUnknownReason'));
  });
});

describe('what the documents name', () => {
  const text = documents.map((document) => readFileSync(document, 'utf8')).join('\n');
  const values = new Set(
    entries.flatMap((entry) => exportsOf(entry).flatMap(({ name, isValue }) => (isValue ? [name] : []))),
  );

  it.each(entries)('has every value that %s exports', (entry) => {
    const names = exportsOf(entry).filter(({ isValue }) => isValue);
    expect(names.length).toBeGreaterThan(0);
    expect(names.flatMap(({ name }) => (new RegExp(`\\b${name}\\b`).test(text) ? [] : [name]))).toEqual([]);
  });

  it('is exported, where it is called like a hook, a component or a factory', () => {
    const named = [...text.matchAll(/`<?((?:use|create|install)[A-Z]\w*|IotPay[A-Z]\w*)/g)].map(
      ([, name = '']) => name,
    );
    const types = new Set(entries.flatMap((entry) => exportsOf(entry).map(({ name }) => name)));
    expect(named.length).toBeGreaterThan(30);
    expect([...new Set(named)].filter((name) => !values.has(name) && !types.has(name))).toEqual([]);
  });

  it('is a script of package.json, where it is npm run', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const all = text + readFileSync('CONTRIBUTING.md', 'utf8') + readFileSync('README.zh-CN.md', 'utf8');
    const run = [...all.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(run.length).toBeGreaterThan(10);
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('TSDoc', () => {
  it('explains every function, component and class that an entry exports', () => {
    const silent = entries.flatMap((entry) =>
      exportsOf(entry).flatMap(({ name, isValue, isExplained }) =>
        isValue && !isExplained && name !== 'en' ? [`${entry}: ${name}`] : [],
      ),
    );
    expect(silent).toEqual([]);
  });
});
