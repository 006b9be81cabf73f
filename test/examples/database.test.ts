import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../examples/checkout/server/database/database';
import { openDatabase } from '../../examples/checkout/server/database/openDatabase';
import { createFreshDatabase, type FreshDatabase, server } from './freshDatabase';
import { startRelay } from './relay';

const log = vi.fn<(problem: unknown) => void>();
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await createFreshDatabase();
});
afterAll(() => fresh.drop());

describe.each([
  ['the embedded database', () => openDatabase({ log })],
  [server, () => openDatabase({ url: fresh.url, log })],
])('%s', (_, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.script(
      'CREATE TABLE notes (id integer PRIMARY KEY, text text, at timestamptz, data jsonb)',
    );
  });
  afterAll(() => database.close());

  it('gives back what was stored, in the same types', async () => {
    const at = new Date('2026-02-03T04:05:06.789Z');
    const data = { list: [1, 'twó', null], '"': '🍁' };
    await database.query('INSERT INTO notes VALUES ($1, $2, $3, $4)', [1, null, at, JSON.stringify(data)]);
    const rows = await database.query('SELECT *, id = $1 AS yes FROM notes WHERE id = $1', [1]);
    expect(rows).toEqual([{ id: 1, text: null, at, data, yes: true }]);
  });

  it('keeps what a transaction has done, and returns what it returned', async () => {
    const answer = await database.transaction(async (queries) => {
      await queries.query('INSERT INTO notes (id) VALUES (2)');
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await database.query('SELECT id FROM notes WHERE id = 2')).toHaveLength(1);
  });

  it('undoes a transaction that throws, and can be used after it', async () => {
    const failing = database.transaction(async (queries) => {
      await queries.query('INSERT INTO notes (id) VALUES (3)');
      throw new Error('out of stamps');
    });
    await expect(failing).rejects.toThrow('out of stamps');
    expect(await database.query('SELECT id FROM notes WHERE id = 3')).toEqual([]);
    await database.transaction((queries) => queries.query('INSERT INTO notes (id) VALUES (3)'));
  });

  it('undoes a transaction in which a statement fails, and tells of that statement', async () => {
    const failing = database.transaction(async (queries) => {
      await queries.query('INSERT INTO notes (id) VALUES (4)');
      await queries.query('INSERT INTO notes (id) VALUES (4)');
    });
    await expect(failing).rejects.toThrow('notes_pkey');
    expect(await database.query('SELECT id FROM notes WHERE id = 4')).toEqual([]);
  });

  it('keeps statements outside a transaction out of it', async () => {
    await database.query('INSERT INTO notes (id, text) VALUES (5, $1)', ['0']);
    const addOne = () =>
      database.transaction(async (queries) => {
        const [row] = await queries.query('SELECT text FROM notes WHERE id = 5 FOR UPDATE');
        await queries.query('UPDATE notes SET text = $1 WHERE id = 5', [String(Number(row?.text) + 1)]);
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => Promise.all([addOne(), database.query('SELECT $1::int', [i])])),
    );
    expect(await database.query('SELECT text FROM notes WHERE id = 5')).toEqual([{ text: '20' }]);
  });
});

describe('the schema', () => {
  it('is made once by several processes that start at the same moment, and found by later ones', async () => {
    const empty = await createFreshDatabase();
    try {
      const all = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ url: empty.url, log })));
      const later = await openDatabase({ url: empty.url, log });
      for (const database of [...all, later]) {
        expect(await database.query('SELECT * FROM orders')).toEqual([]);
        await database.close();
      }
    } finally {
      await empty.drop();
    }
  });
});

describe('a connection that breaks', () => {
  it('fails the transaction that is under way, is told of, and is replaced by another', async () => {
    const relay = await startRelay(fresh.url);
    const database = await openDatabase({ url: relay.url, log });
    await database.query('CREATE TABLE parcels (id integer)');
    log.mockClear();
    const cutOff = database.transaction(async (queries) => {
      await queries.query('INSERT INTO parcels VALUES (1)');
      relay.cut();
      await queries.query('INSERT INTO parcels VALUES (2)');
    });
    await expect(cutOff).rejects.toThrow();
    expect(log).toHaveBeenCalled();
    expect(await database.query('SELECT * FROM parcels')).toEqual([]);
    await database.close();
    await relay.close();
  });

  it('is told of and replaced when it was idle', async () => {
    const relay = await startRelay(fresh.url);
    const database = await openDatabase({ url: relay.url, log });
    log.mockClear();
    relay.cut();
    await vi.waitFor(() => expect(log).toHaveBeenCalledOnce());
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.close();
    await relay.close();
  });

  it('is an error when there is no server at all, not a wait without end', async () => {
    await expect(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing', log })).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});
