import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readmeBlock } from '../readmeBlock';

it.each(['Payment.test.tsx', 'CardForm.tsx', 'CardForm.test.tsx'])(
  'the README’s %s is the one that runs here',
  (name) => {
    const file = readFileSync(`test/testing/checkout/${name}`, 'utf8');
    expect(readmeBlock(name)).toBe(file);
  },
);
