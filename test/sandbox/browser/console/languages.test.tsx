import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as clocks from '../../../../src/sandbox/browser/console/labels/clockLabels';
import * as events from '../../../../src/sandbox/browser/console/labels/eventLabels';
import * as orders from '../../../../src/sandbox/browser/console/labels/orderLabels';
import * as faults from '../../../../src/sandbox/browser/console/faults/faultLabels';
import { tabLabels } from '../../../../src/sandbox/browser/console/drawer/Drawer';
import { sayInConsole } from '../../../../src/sandbox/browser/console/languages/consoleLanguage';
import { fr } from '../../../../src/sandbox/browser/console/languages/fr';
import { zh } from '../../../../src/sandbox/browser/console/languages/zh';
import { testCards } from '../../../../src/sandbox/cards/testCards';
import { packagedScenarios } from '../../../../src/sandbox/scenarios/packagedScenarios';

const folder = 'src/sandbox/browser/console';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

/** What the source says outright, and what its commands announce; a value in it stands as `{}`. */
const said = sources.flatMap((source) => {
  const calls = source.matchAll(/(?:\bsay\(|\breturn )\s*(?:'([^']+)'|`([^`]+)`)/g);
  return [...calls].map(([, plain, template]) => plain ?? template?.replace(/\$\{[^}]+\}/g, '{}') ?? '');
});
const sentences = said.filter((text) => /^[A-Z(]/.test(text) || !text.includes('{}'));

const labels = [
  ...Object.values(orders.stateLabels).map(([label]) => label),
  ...orders.kindNames,
  ...[orders.outcomeLabels, orders.forgeryLabels, orders.sessionLabels].flatMap(Object.values<string>),
  ...[events.typeLabels, events.changeLabels, events.controlLabels].flatMap(Object.values<string>),
  ...[events.originLabels, events.cardResultLabels, events.plainLabels].flatMap(Object.values<string>),
  ...[faults.chipLabels, clocks.clockLabels, tabLabels].flatMap(Object.values<string>),
  ...[...faults.callSwitches, ...faults.notificationSwitches].map(({ label }) => label),
  ...Object.values(faults.spans).map(({ label }) => label),
  ...testCards.flatMap(({ title, behaviour }) => [title, behaviour]),
  ...packagedScenarios.flatMap(({ name, description = '' }) => [name, description]),
];

describe.each(Object.entries({ fr, zh }))('the console in %s', (language, dictionary) => {
  it('has everything that it says, and everything that it names', () => {
    expect(sentences.length).toBeGreaterThan(80);
    const missing = [...sentences, ...labels].filter((text) => !Object.hasOwn(dictionary, text));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('fills in as much as the English text has', () => {
    expect(Object.keys(dictionary).sort()).toEqual(Object.keys(fr).sort());
    for (const [text, translated] of Object.entries(dictionary))
      expect(translated.split('{}').length, text).toBe(text.split('{}').length);
  });

  it('says a value in the middle of a text in its own language, too', () => {
    expect(sayInConsole(language)('Order A-1')).toBe((dictionary['Order {}'] ?? '').replace('{}', 'A-1'));
  });
});
