import { describe, expect, it } from 'vitest';
import { formatAmount } from '../../src/contract/money';
import { formatAmount as formatOnForm } from '../../src/sandbox/browser/money';

describe('an amount', () => {
  it.each([
    ['en', '$1,234.50'],
    ['en-CA', '$1,234.50'],
    ['en-US', '$1,234.50'],
    ['fr', '1\u202f234,50\u00a0$'],
    ['fr-CA', '1\u00a0234,50\u00a0$'],
    ['zh', '$1,234.50'],
    ['zh-CN', '$1,234.50'],
    ['zh-Hans-CA', '$1,234.50'],
  ])('has the short symbol of its currency in %s', (locale, written) => {
    expect(formatAmount(123450, 'CAD', locale)).toBe(written);
  });

  it.each([
    ['en', 'en-CA'],
    ['fr', 'fr-CA'],
    ['zh', 'zh-CN'],
  ])('looks the same in a checkout and on the sandbox’s form: %s', (language, locale) => {
    expect(formatOnForm(123450, 'CAD', language)).toBe(formatAmount(123450, 'CAD', locale));
  });
});
