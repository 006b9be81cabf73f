import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasApt, installPackage, updateApt } from './installFromDebian.ts';
import { type Machine, thisMachine } from './machine.ts';

/** The machine, with the functions that the search for Postgres needs. */
export interface PostgresMachine extends Machine {
  /** The folders in a folder, or an empty list if there is no such folder. */
  foldersIn(path: string): readonly string[];
}

/** Debian keeps the server's programs out of the PATH, one folder for each major version. */
const debianFolder = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`: the first in the PATH, or else the newest of Debian's. */
export function findPostgres(machine: PostgresMachine = thisPostgresMachine()): string | undefined {
  const inPath = (machine.env.PATH ?? '').split(delimiter).filter(Boolean);
  const versions = machine.foldersIn(debianFolder).toSorted((a, b) => Number(b) - Number(a));
  return [...inPath, ...versions.map((version) => `${debianFolder}/${version}/bin`)].find((folder) =>
    ['initdb', 'postgres'].every((program) => machine.isExecutable(join(folder, program))),
  );
}

/**
 * Installs Debian's package. By default it starts a server of its own on the usual port, so its settings forbid that
 * before it is installed.
 */
async function installFromDebian(machine: PostgresMachine): Promise<void> {
  if (!hasApt(machine)) return;
  machine.say('No Postgres found: installing it with apt-get.');
  const installed =
    (await updateApt(machine)) &&
    (await installPackage(machine, 'postgresql-common')) &&
    (await machine.run('sed', [
      '-i',
      's/^#\\?create_main_cluster.*/create_main_cluster = false/',
      '/etc/postgresql-common/createcluster.conf',
    ]));
  if (installed) await installPackage(machine, 'postgresql');
}

/**
 * Finds a Postgres server's programs, or installs them.
 *
 * @throws Error that says what to install, when neither works
 */
export async function ensurePostgres(machine: PostgresMachine = thisPostgresMachine()): Promise<string> {
  for (const install of [undefined, installFromDebian]) {
    await install?.(machine);
    const found = findPostgres(machine);
    if (found) return found;
  }
  throw new Error(
    'These tests need a Postgres server, and none could be found or installed. Put its initdb and postgres into ' +
      'the PATH, or set DATABASE_URL to a server that is running, and whose user may create databases.',
  );
}

function thisPostgresMachine(): PostgresMachine {
  return {
    ...thisMachine(),
    foldersIn(path) {
      try {
        return readdirSync(path);
      } catch {
        return [];
      }
    },
  };
}
