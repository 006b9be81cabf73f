import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readmeBlock } from '../readmeBlock';

it('the README’s test of a checkout is the one that runs here', () => {
  const file = readFileSync('test/testing/checkout/Checkout.test.tsx', 'utf8');
  expect(readmeBlock('Checkout.test.tsx')).toBe(file);
});
