import { IotPayOrdersError } from '../../errors';
import { rules } from './rules';
import { cardsTable, eventsTable, ordersTable, paymentsTable, refundsTable } from './tables';

/** A step of the schema: statements that run once, in this order, in one transaction. */
export interface Migration {
  readonly version: number;
  readonly statements: readonly string[];
}

/**
 * A schema's name, quoted for SQL.
 *
 * @throws IotPayOrdersError `invalid_config` for a name that needs more than quotation marks
 */
export function quotedSchema(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(name)) return `"${name}"`;
  throw new IotPayOrdersError(
    'invalid_config',
    'schema must be a name of letters, digits and underscores, 63 at most, such as iotpay.',
  );
}

const first = (s: string): readonly string[] => [
  ordersTable(s),
  `CREATE UNIQUE INDEX orders_one_holder ON ${s}.orders (key) WHERE holds_key`,
  `CREATE INDEX orders_due ON ${s}.orders (next_ask_at) WHERE next_ask_at IS NOT NULL`,
  `CREATE INDEX orders_of_state ON ${s}.orders (state, mch_order_no)`,
  `CREATE INDEX orders_of_customer ON ${s}.orders (customer, mch_order_no) WHERE customer IS NOT NULL`,
  `CREATE INDEX orders_of_key ON ${s}.orders (key, mch_order_no)`,
  `CREATE INDEX orders_for_attention ON ${s}.orders (mch_order_no) WHERE attention`,
  paymentsTable(s),
  `CREATE INDEX payments_of_order ON ${s}.payments (mch_order_no)`,
  refundsTable(s),
  `CREATE INDEX refunds_of_order ON ${s}.refunds (mch_order_no)`,
  `CREATE INDEX refunds_of_payment ON ${s}.refunds (pay_order_id)`,
  `CREATE UNIQUE INDEX refunds_one_per_key ON ${s}.refunds (mch_order_no, key) WHERE state <> 'failed'`,
  eventsTable(s),
  `CREATE INDEX events_of_order ON ${s}.events (mch_order_no, id)`,
  cardsTable(s),
  `CREATE INDEX cards_of_customer ON ${s}.cards (customer, card_id)`,
  `CREATE TABLE ${s}.secrets (name text PRIMARY KEY, value text NOT NULL)`,
  ...rules(s),
];

/** The schema's steps, from an empty database on. A released version is never changed; new versions are added. */
export function migrationsOf(schema: string): readonly Migration[] {
  const quoted = quotedSchema(schema);
  return [{ version: 1, statements: first(quoted) }];
}

/** The statements before the first step. They make the schema, and the table that counts the steps. */
export function preambleOf(schema: string): readonly string[] {
  const quoted = quotedSchema(schema);
  return [
    `CREATE SCHEMA IF NOT EXISTS ${quoted}`,
    `CREATE TABLE IF NOT EXISTS ${quoted}.migrations (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
  ];
}

/**
 * The SQL text that brings a database from one version to the newest, for a shop's own migrations.
 *
 * @param from the version that the database has; 0 for none
 */
export function schemaSql(schema = 'iotpay', from = 0): string {
  const steps = migrationsOf(schema).filter(({ version }) => version > from);
  const statements = steps.flatMap((step) => [
    ...step.statements,
    `INSERT INTO ${quotedSchema(schema)}.migrations (version) VALUES (${step.version})`,
  ]);
  const all = ['BEGIN', ...preambleOf(schema), ...statements, 'COMMIT'];
  return all.map((statement) => `${statement};\n`).join('\n');
}
