import { describe, expect, it } from 'vitest';
import { disregardingCase, signedFields } from '../../../src/server/signing/signedFields';

const namesOf = (names: readonly string[]) => signedFields(names).map(({ name }) => name);

describe('the fields of a message', () => {
  it('sorts the fields of a message in ASCII order, each with the index of its value, and without sign', () => {
    const fields = signedFields(['b', 'sign', 'a', 'B']);
    expect(fields.map(({ name, at }) => [name, at])).toEqual([
      ['B', 3],
      ['a', 2],
      ['b', 0],
    ]);
  });

  it('tells a message from another one with the same names in another order, or with one more', () => {
    expect(signedFields(['x', 'y']).map(({ at }) => at)).toEqual([0, 1]);
    expect(signedFields(['y', 'x']).map(({ at }) => at)).toEqual([1, 0]);
    expect(namesOf(['x', 'y', 'z'])).toEqual(['x', 'y', 'z']);
    expect(namesOf(['x'])).toEqual(['x']);
  });

  it('sorts messages of one shape once, and keeps the order while no more than a few other shapes come', () => {
    const names = ['one', 'two'];
    const fields = signedFields(names);
    expect(signedFields([...names])).toBe(fields);
    for (let other = 0; other < 8; other++) signedFields([`other${other}`]);
    expect(signedFields([...names])).not.toBe(fields);
    expect(signedFields([...names])).toEqual(fields);
  });

  it('does not keep the names of a message that has more than any real one', () => {
    const names = Array.from({ length: 65 }, (_, index) => `name${index}`);
    expect(signedFields([...names])).not.toBe(signedFields([...names]));
    expect(namesOf(names)).toEqual([...names].sort());
  });

  it('keeps the names of a message that has as many as it may', () => {
    const names = Array.from({ length: 64 }, (_, index) => `name${index}`);
    expect(signedFields([...names])).toBe(signedFields([...names]));
  });
});

describe('the fields of a message in the order that disregards case', () => {
  const sorted = (names: readonly string[]) => disregardingCase(signedFields(names)).map(({ name }) => name);

  it('stand in the order of their lower-case names', () => {
    const names = ['d', 'B', 'c', 'E', 'a', 'F'];
    expect(sorted(names)).toEqual(['a', 'B', 'c', 'd', 'E', 'F']);
    expect(sorted([...names].reverse())).toEqual(['a', 'B', 'c', 'd', 'E', 'F']);
  });

  it('stay in ASCII order where they differ only in case', () => {
    expect(sorted(['z', 'aB', 'AB', 'ab', 'Ab', 'A'])).toEqual(['A', 'AB', 'Ab', 'aB', 'ab', 'z']);
  });

  it('are compared in lower case, as PHP does it, so that an underscore comes before every letter', () => {
    expect(sorted(['aBc', 'a_b'])).toEqual(['a_b', 'aBc']);
  });

  it('keep the index of their value', () => {
    const fields = disregardingCase(signedFields(['b', 'A', 'C']));
    expect(fields.map(({ at }) => at)).toEqual([1, 0, 2]);
  });
});
