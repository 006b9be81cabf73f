import { existsSync, readFileSync } from 'node:fs';
import * as ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr as shopFr } from '../../examples/reference-shop/page/languages/fr';
import { zh as shopZh } from '../../examples/reference-shop/page/languages/zh';
import { enCheckout } from '../../src/client/provider/languages/enCheckout';
import * as client from '../../src/index';
import { fr as sandboxFr } from '../../src/sandbox/browser/languages/fr';
import { zh as sandboxZh } from '../../src/sandbox/browser/languages/zh';
import { startSandbox, type Sandbox } from '../../src/sandbox/index';
import * as calls from '../../src/server/gateway/calls';
import { createIotPay } from '../../src/server/index';
import { formWords } from '../../src/testing/form/formWords';
import { everyCall } from '../server/gateway/everyCall';

const architecture = readFileSync('docs/architecture.md', 'utf8');

it('the architecture names no file or folder that is not there', () => {
  const named = [...architecture.matchAll(/`((?:src|test|examples|storybook)\/[^`\s]+)`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

/** What one language says and the other does not, as `place: key`. */
function missing(place: string, all: object, said: object): string[] {
  return Object.keys(all).flatMap((key) => (Object.hasOwn(said, key) ? [] : [`${place}: ${key}`]));
}

describe('the list "How to add a language"', () => {
  const { en } = client;
  /** Every language of the library, by its tag: one that is added is compared without another word here. */
  const spoken = Object.values(client).filter(
    (value): value is client.IotPayLanguage =>
      typeof value === 'object' && 'tag' in value && 'messages' in value && value !== en,
  );
  const sandbox: Record<string, object> = { fr: sandboxFr, zh: sandboxZh };
  const shop: Record<string, object> = { fr: shopFr, zh: shopZh };

  it('finds the languages that the library exports', () => {
    expect(spoken.map(({ tag }) => tag).sort()).toEqual(['fr', 'zh']);
  });

  it.each(spoken)(
    'has every text of the card form and the checkout in $tag',
    ({ tag, messages, checkout = {} }) => {
      const place = `src/client/provider/languages/${tag}.ts`;
      expect([...missing(place, en.messages, messages), ...missing(place, enCheckout, checkout)]).toEqual([]);
    },
  );

  it.each(spoken)('has every text of the fake, the sandbox and the shop in $tag', ({ tag }) => {
    expect(formWords(tag).tag, 'src/testing/form/formWords.ts').toBe(tag);
    const everySandboxText = Object.assign({}, ...Object.values(sandbox)) as object;
    const everyShopText = Object.assign({}, ...Object.values(shop)) as object;
    expect([
      ...missing(`src/sandbox/browser/languages/${tag}.ts`, everySandboxText, sandbox[tag] ?? {}),
      ...missing(`examples/reference-shop/page/languages/${tag}.ts`, everyShopText, shop[tag] ?? {}),
    ]).toEqual([]);
  });

  it('does not compile without a text, and the compiler names it', () => {
    const file = 'src/client/provider/languages/fr.ts';
    const whole = readFileSync(file, 'utf8');
    const [line = ''] = /^ *declined: .*\n/m.exec(whole) ?? [];
    expect(line).not.toBe('');
    expect(complaintsAbout(file, whole)).toEqual([]);
    expect(complaintsAbout(file, whole.replace(line, '')).join()).toContain("'declined' is missing");
  });
});

/** What TypeScript says of a file if this were its text. */
function complaintsAbout(file: string, text: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (path) => (path === file ? text : read(path));
  host.getSourceFile = (path, target, ...rest) =>
    path === file ? ts.createSourceFile(path, text, target) : getSourceFile(path, target, ...rest);
  const program = ts.createProgram([file], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the list "How to add a gateway call"', () => {
  const added = Object.entries(calls).map(([name, { path }]) => ({ name, path }));
  const contract = readFileSync('docs/gateway-contract.md', 'utf8');
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  it.each(added)(
    '$name ($path) is a method, and has an example that every test of the calls takes',
    ({ name, path }) => {
      const iotpay = createIotPay({ environment: { baseUrl: sandbox.url }, ...sandbox.credentials });
      expect(Object.keys(iotpay)).toContain(name);
      expect(everyCall.map((one) => one.path)).toContain(path);
    },
  );

  it.each(added)('$name ($path) is in the table of the gateway contract', ({ path }) => {
    expect(contract).toMatch(new RegExp(`^\\| \`${path}\``, 'm'));
  });

  it.each([...added, { name: 'a call that nobody has heard of', path: 'cc_nothing' }])(
    '$name ($path) is answered by the sandbox if it is one of ours',
    async ({ path }) => {
      const answer = await fetch(`${sandbox.url}/v3/${path}`, { method: 'POST', body: '{}' });
      const { retMsg } = (await answer.json()) as { retMsg: string };
      expect(retMsg === 'no such call').toBe(!added.some((call) => call.path === path));
    },
  );
});
