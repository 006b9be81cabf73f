import { expect, it } from 'vitest';
import { IotPayError, isIotPayError } from '../../src/contract/error';

it('knows an error of another copy of the library by its name', () => {
  class OtherCopy extends Error {
    override name = 'IotPayError';
    code = 'script_timeout';
  }
  expect(isIotPayError(new OtherCopy())).toBe(true);
  expect(isIotPayError(new IotPayError('script_timeout', 'text'))).toBe(true);
});

it.each([null, undefined, 'IotPayError', new Error('x'), { name: 'IotPayError', code: 'x' }])(
  'does not take %j for an error of this library',
  (value) => {
    expect(isIotPayError(value)).toBe(false);
  },
);

it('keeps the cause of an error, and has none if there was none', () => {
  const cause = new Error('original');
  expect(new IotPayError('c', 'm', cause).cause).toBe(cause);
  expect('cause' in new IotPayError('c', 'm')).toBe(false);
});
