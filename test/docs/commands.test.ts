import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doctorCommand } from '../../src/cli/commands/doctorCommand';
import { queryCommand } from '../../src/cli/commands/queryCommand';
import { sandboxCommand } from '../../src/cli/commands/sandboxCommand';
import { schemaCommand } from '../../src/cli/commands/schemaCommand';
import { signCommand } from '../../src/cli/commands/signCommand';
import { verifyCommand } from '../../src/cli/commands/verifyCommand';
import { documents } from './printedCode';

const help: Readonly<Record<string, string>> = {
  doctor: doctorCommand.help,
  query: queryCommand.help,
  sandbox: sandboxCommand.help,
  schema: schemaCommand.help,
  sign: signCommand.help,
  verify: verifyCommand.help,
};

/** What a reader is told to type, but for the sandbox's own guide, which has tests beside the sandbox's. */
const typed = [...documents, 'README.zh-CN.md', 'SECURITY.md', 'CONTRIBUTING.md']
  .filter((document) => document !== 'docs/sandbox.md')
  .flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/npx iotpay (\w+)([^`\n#]*)/g)].map(
      ([line, name = '', rest = '']) => ({ document, line, name, options: rest.match(/--[\w-]+/g) ?? [] }),
    ),
  );

describe('a command that the documents print', () => {
  it('is one of iotpay’s', () => {
    expect(typed.length).toBeGreaterThan(8);
    expect(typed.filter(({ name }) => !Object.hasOwn(help, name))).toEqual([]);
  });

  it('has the options that are printed with it', () => {
    const unknown = typed.filter(({ name, options }) =>
      options.some((option) => option !== '--help' && !help[name]?.includes(option)),
    );
    expect(typed.flatMap(({ options }) => options).length).toBeGreaterThan(5);
    expect(unknown).toEqual([]);
  });
});
