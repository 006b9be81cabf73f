import { type Browser, chromium, type Page } from 'playwright-core';
import { type GatewayAnswers, type Probe, startSandbox } from 'react-iotpay/sandbox';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { askBrowserWith } from '../../src/doctor/probe/askBrowser';
import { compareProbe } from '../../src/doctor/probe/compareProbe';
import { takeProbe } from '../../src/doctor/probe/takeProbe';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

const probeWith = (answers: GatewayAnswers): Probe => ({
  format: 'iotpay-probe',
  version: 1,
  takenAt: '2026-01-01T00:00:00.000Z',
  askedBy: 'a test',
  environment: 'development',
  charged: true,
  answers,
  unknown: {},
});

/** What the merchant sees in the frame that they are asked about. */
async function lookAt(page: Page, title: string): Promise<string> {
  const frame = page.locator('section', { hasText: title }).frameLocator('iframe');
  await frame.locator('.panel').waitFor({ state: 'attached' });
  if (await frame.getByLabel('Card number').isVisible()) return 'A form for a card';
  return (await frame.locator('h1').isVisible()) ? 'An error message' : 'Nothing';
}

/** A merchant who does what the page asks them, and pays with this card. */
async function beTheMerchant(page: Page, card: string): Promise<void> {
  const question = page.locator('#question');
  for (;;) {
    await question.getByText(/What does it show|Pay the form|That was all/).waitFor();
    const text = (await question.textContent()) ?? '';
    if (text.includes('That was all')) return;
    const [, title = ''] = /“([^”]+)”/.exec(text) ?? [];
    if (text.includes('What does it show')) {
      await question.getByRole('button', { name: await lookAt(page, title) }).click();
      await question.getByText(title).waitFor({ state: 'detached' });
      continue;
    }
    const form = page.locator('section', { hasText: title }).frameLocator('iframe');
    await form.getByLabel('Card number').fill(card);
    await form.getByLabel('Name on card').fill('Ada Morgan');
    await form.getByLabel('Expiry date').fill('12/39');
    await form.getByLabel('Security code').fill('123');
    await form.getByRole('button', { name: /^Pay/ }).click();
    await question.getByText(title).waitFor({ state: 'detached' });
  }
}

interface Visit {
  readonly card?: string;
  readonly charge?: boolean;
}

/** Probes a sandbox that is like a gateway with these answers, with a merchant at the browser. */
async function probe(answers: GatewayAnswers, { card = '4242424242424242', charge = true }: Visit = {}) {
  const sandbox = await startSandbox({ like: probeWith(answers), clocks: { bankMs: 0 } });
  onTestFinished(() => sandbox.close());
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const said: string[] = [];
  let merchant: Promise<void> | undefined;
  const askBrowser = askBrowserWith({
    openPage(url) {
      merchant = page.goto(url).then(() => beTheMerchant(page, card));
    },
    charge,
    waitMs: 400,
    patienceMs: 20_000,
    stop: new AbortController().signal,
    say: (line) => said.push(line),
  });
  const { url: baseUrl, credentials, behaviour } = sandbox;
  const settings = { environment: 'sandbox', baseUrl, ...credentials, timeoutMs: 5000 } as const;
  const found = await takeProbe(settings, askBrowser);
  await merchant;
  return { probe: found, behaviour, said };
}

describe('the page that tries the hosted script', () => {
  it('finds the usual sandbox to be what it says of itself, and gives the cent back', async () => {
    const { probe: found, behaviour, said } = await probe({});

    expect(compareProbe(found, behaviour)).toEqual([]);
    expect(found.unknown).toEqual({});
    expect(found.charged).toBe(true);
    expect(said).toEqual([expect.stringMatching(/^The cent of order \S+ was given back\.$/)]);
  });

  const others: GatewayAnswers[] = [
    {
      mountElement: 'form',
      mountMissing: 'nothing',
      mountFrame: 'at once',
      twoForms: 'first only',
      unknownSecureId: { calls: 'nothing', shows: 'nothing' },
      spentSecureId: { calls: 'FAIL', shows: 'error' },
    },
    {
      mountElement: 'nothing',
      twoForms: 'second only',
      unknownSecureId: { calls: 'nothing', shows: 'form' },
      spentSecureId: { calls: 'nothing', shows: 'form' },
    },
    {
      twoForms: 'second throws',
      unknownSecureId: { calls: 'FAIL', shows: 'nothing' },
      spentSecureId: { calls: 'FAIL', shows: 'nothing' },
    },
  ];
  it.each(others)('finds another gateway to be what it is: %j', async (answers) => {
    const { probe: found } = await probe(answers);

    expect(found.answers).toMatchObject(answers);
  });

  it('charges nothing, and says what it could not ask, without --charge', async () => {
    const { probe: found, said } = await probe({}, { charge: false });

    expect(found.charged).toBe(false);
    expect(Object.keys(found.unknown)).toEqual(['outcomeCalls', 'outcomeShape', 'spentSecureId']);
    expect(said).toEqual([]);
  });

  it('calls a declined payment no charge', async () => {
    const { probe: found, said } = await probe({}, { card: '4000000000000002' });

    expect(found.charged).toBe(false);
    expect(found.answers.outcomeShape).toContain('message: string');
    expect(said).toEqual([]);
  });

  it('holds no secureId of the forms that it opened', async () => {
    const { probe: found } = await probe({});

    expect(JSON.stringify(found)).not.toMatch(/[0-9a-f]{32}/i);
  });
});
