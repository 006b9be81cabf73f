import { describe, expect, it } from 'vitest';
import { ensurePostgres, findPostgres, type PostgresMachine } from '../scripts/findPostgres';

const programsIn = (folder: string) => [`${folder}/initdb`, `${folder}/postgres`];

interface FakeMachine extends PostgresMachine {
  ran: string[];
}

/** A machine with these programs; a command of `installs` puts a Postgres into that folder. */
function machine(
  programs: readonly string[],
  settings: Partial<PostgresMachine> & { installs?: Record<string, string>; fails?: string } = {},
): FakeMachine {
  const { installs = {}, fails, ...rest } = settings;
  const present = new Set(programs);
  const ran: string[] = [];
  return {
    ran,
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: true,
    isExecutable: (path) => present.has(path),
    foldersIn: (path) => [
      ...new Set(
        [...present].flatMap((program) =>
          program.startsWith(`${path}/`) ? [program.split('/')[4] ?? ''] : [],
        ),
      ),
    ],
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      for (const program of programsIn(installs[line] ?? '')) present.add(program);
      return Promise.resolve(line !== fails);
    },
    say: () => undefined,
    ...rest,
  };
}

const debian = (version: number) => `/usr/lib/postgresql/${version}/bin`;
const apt = '/usr/bin/apt-get';

describe('finding Postgres', () => {
  it('takes the one in the PATH, before any other', () => {
    const both = machine([...programsIn(debian(17)), ...programsIn('/usr/local/bin')]);
    expect(findPostgres(both)).toBe('/usr/local/bin');
  });

  it('takes the newest that Debian has, by number', () => {
    const several = [9, 17, 15].flatMap((version) => programsIn(debian(version)));
    expect(findPostgres(machine(several))).toBe(debian(17));
  });

  it('finds nothing where only the client is installed', () => {
    expect(findPostgres(machine(['/usr/bin/psql', `${debian(15)}/initdb`]))).toBeUndefined();
  });
});

describe('making sure that there is a Postgres', () => {
  it('installs nothing where one is found', async () => {
    const equipped = machine([apt, ...programsIn(debian(15))]);
    await expect(ensurePostgres(equipped)).resolves.toBe(debian(15));
    expect(equipped.ran).toEqual([]);
  });

  it("uses apt-get as root on Debian, and forbids the package's own server before it comes", async () => {
    const bare = machine([apt], { installs: { 'apt-get install -y postgresql': debian(15) } });
    await expect(ensurePostgres(bare)).resolves.toBe(debian(15));
    expect(bare.ran).toEqual([
      'apt-get update',
      'apt-get install -y postgresql-common',
      expect.stringMatching(/^sed -i .*create_main_cluster = false.*createcluster\.conf$/),
      'apt-get install -y postgresql',
    ]);
  });

  it.each([
    ['without root', [apt], { isRoot: false }],
    ['without apt-get', [], {}],
    ['on a Mac', [apt], { platform: 'darwin' }],
  ] as const)('installs nothing %s, and says what to do', async (_, programs, settings) => {
    const foreign = machine(programs, settings);
    await expect(ensurePostgres(foreign)).rejects.toThrow(/initdb and postgres[^]*DATABASE_URL/);
    expect(foreign.ran).toEqual([]);
  });

  it('says what to do when apt-get cannot reach its packages', async () => {
    const offline = machine([apt], { fails: 'apt-get update' });
    await expect(ensurePostgres(offline)).rejects.toThrow('DATABASE_URL');
    expect(offline.ran).toEqual(['apt-get update']);
  });
});
