/** One row as the database gives it: column names as in `schema.sql`. */
export type Row = Readonly<Record<string, unknown>>;

/** What can be a parameter. Objects are passed as JSON text. */
export type Value = string | number | boolean | Date | null;

/** Statements that run one after the other: on their own, or all in one transaction. */
export interface Queries {
  /** One statement, its parameters written `$1`, `$2` … */
  query(sql: string, values?: readonly Value[]): Promise<readonly Row[]>;
  /** Any number of statements without parameters. */
  script(sql: string): Promise<void>;
}

/** The little that the shop asks of a Postgres, embedded or not. */
export interface Database extends Queries {
  /**
   * Runs the work in one transaction, at Postgres' own isolation level (READ COMMITTED). What the work returns is
   * returned once it is committed; if it throws, nothing of it has happened.
   *
   * The work uses the queries it is given, and waits for nothing but them: it holds a connection and locks.
   */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
