import type { AsyncCommand } from 'fast-check';
import type { Evidence } from '../page/evidence';
import type { PageUnderTest } from '../page/openPage';

/** The page, and the check of everything that must hold after each step. */
export interface History {
  page: PageUnderTest;
  check: () => void;
}

/** One step of a history. */
export interface Step extends AsyncCommand<Evidence, History> {
  /** How a named test writes this step. */
  readonly source: string;
  /** The same as a sentence. */
  toString(): string;
}

interface Description {
  /** The step as a sentence. */
  says: string;
  /** Whether it can happen now. Default: always. */
  when?: (evidence: Evidence) => boolean;
  does: (page: PageUnderTest) => unknown;
}

/** Defines a kind of step. A step does what it does, lets everything follow, and checks what must hold. */
export function defineStep<Args extends readonly unknown[]>(
  name: string,
  describe: (...args: Args) => Description,
): (...args: Args) => Step {
  return (...args) => {
    const { says, when = () => true, does } = describe(...args);
    return {
      source: `${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`,
      toString: () => says,
      check: (evidence) => when(evidence),
      async run({ mayAsk, log }, { page, check }) {
        mayAsk.clear();
        log.push(`* ${says}`);
        await does(page);
        check();
      },
    };
  };
}
