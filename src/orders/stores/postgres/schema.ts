import { IotPayOrdersError } from '../../errors';

/** A step of the schema: statements that run once, in this order, in one transaction. */
export interface Migration {
  readonly version: number;
  readonly statements: readonly string[];
}

/**
 * A schema's name as it stands in SQL.
 *
 * @throws IotPayOrdersError `invalid_config` for a name that would need thought to be quoted
 */
export function quotedSchema(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(name)) return `"${name}"`;
  throw new IotPayOrdersError(
    'invalid_config',
    'schema must be a name of letters, digits and underscores, 63 at most, such as iotpay.',
  );
}

const orders = (s: string) => `CREATE TABLE ${s}.orders (
  mch_order_no  text PRIMARY KEY CHECK (char_length(mch_order_no) BETWEEN 1 AND 30),
  key           text NOT NULL CHECK (key <> ''),
  holds_key     boolean NOT NULL,
  customer      text,
  amount        integer NOT NULL CHECK (amount > 0),
  currency      text NOT NULL CHECK (currency = 'CAD'),
  data          jsonb,
  method        text NOT NULL CHECK (method IN ('form', 'saved_card', 'wallet')),
  channel       text CHECK (channel IN ('PF_CC', 'UPI_EX')),
  card_id       text,
  secure_id     text,
  redirect_url  text,
  payable_until timestamptz,
  state         text NOT NULL CHECK (state IN ('open', 'paid', 'partly_refunded', 'refunded', 'failed', 'expired')),
  late          boolean NOT NULL,
  attention     boolean NOT NULL,
  reason        text CHECK (reason IN ('declined', 'hour_over', 'never_arrived', 'not_sent')),
  created_at    timestamptz NOT NULL,
  settled_at    timestamptz,
  asks          integer NOT NULL,
  asked_at      timestamptz,
  next_ask_at   timestamptz,
  absent_since  timestamptz,
  absences      integer NOT NULL,
  version       integer NOT NULL,
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((reason IS NOT NULL) = (state IN ('failed', 'expired'))),
  CHECK ((method = 'form') = (payable_until IS NOT NULL)),
  CHECK (NOT holds_key OR state NOT IN ('failed', 'expired')),
  CHECK (secure_id IS NULL OR state = 'open')
)`;

// A payment counts for its key, or it is a surplus. Two that count for one key can't be.
const payments = (s: string) => `CREATE TABLE ${s}.payments (
  pay_order_id text PRIMARY KEY,
  mch_order_no text NOT NULL REFERENCES ${s}.orders,
  pays_key     text UNIQUE,
  amount       integer NOT NULL CHECK (amount > 0),
  currency     text NOT NULL,
  card_num     text,
  surplus      text CHECK (surplus IN ('paid_before', 'amount_differs')),
  returned     integer NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND amount),
  recorded_at  timestamptz NOT NULL,
  CHECK ((pays_key IS NULL) = (surplus IS NOT NULL))
)`;

const refunds = (s: string) => `CREATE TABLE ${s}.refunds (
  mch_refund_no text PRIMARY KEY CHECK (char_length(mch_refund_no) BETWEEN 1 AND 30),
  mch_order_no  text NOT NULL REFERENCES ${s}.orders,
  pay_order_id  text NOT NULL REFERENCES ${s}.payments,
  key           text,
  kind          text NOT NULL CHECK (kind IN ('void', 'refund')),
  amount        integer NOT NULL CHECK (amount > 0),
  state         text NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
  reason        text,
  created_at    timestamptz NOT NULL,
  settled_at    timestamptz,
  absent_since  timestamptz,
  absences      integer,
  CHECK ((state = 'pending') = (settled_at IS NULL))
)`;

// What is given back or on its way is summed up here and nowhere else; the constraint of payments refuses a cent too much.
const sumUp = (s: string) => `CREATE FUNCTION ${s}.sum_up_refunds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ${s}.payments SET returned = (
    SELECT coalesce(sum(amount), 0) FROM ${s}.refunds
    WHERE refunds.pay_order_id = NEW.pay_order_id AND state <> 'failed'
  ) WHERE payments.pay_order_id = NEW.pay_order_id;
  RETURN NULL;
END $$`;

const first = (s: string): readonly string[] => [
  orders(s),
  `CREATE UNIQUE INDEX orders_one_holder ON ${s}.orders (key) WHERE holds_key`,
  `CREATE INDEX orders_due ON ${s}.orders (next_ask_at) WHERE next_ask_at IS NOT NULL`,
  `CREATE INDEX orders_of_state ON ${s}.orders (state, mch_order_no)`,
  `CREATE INDEX orders_of_customer ON ${s}.orders (customer, mch_order_no) WHERE customer IS NOT NULL`,
  `CREATE INDEX orders_of_key ON ${s}.orders (key, mch_order_no)`,
  `CREATE INDEX orders_for_attention ON ${s}.orders (mch_order_no) WHERE attention`,
  payments(s),
  `CREATE INDEX payments_of_order ON ${s}.payments (mch_order_no)`,
  refunds(s),
  `CREATE INDEX refunds_of_order ON ${s}.refunds (mch_order_no)`,
  `CREATE INDEX refunds_of_payment ON ${s}.refunds (pay_order_id)`,
  `CREATE UNIQUE INDEX refunds_one_per_key ON ${s}.refunds (mch_order_no, key) WHERE state <> 'failed'`,
  sumUp(s),
  `CREATE TRIGGER refunds_are_summed_up AFTER INSERT OR UPDATE OF state ON ${s}.refunds
  FOR EACH ROW EXECUTE FUNCTION ${s}.sum_up_refunds()`,
  `CREATE TABLE ${s}.events (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mch_order_no  text NOT NULL REFERENCES ${s}.orders,
  kind          text NOT NULL,
  pay_order_id  text,
  mch_refund_no text,
  created_at    timestamptz NOT NULL,
  taken_until   timestamptz
)`,
  `CREATE INDEX events_of_order ON ${s}.events (mch_order_no, id)`,
  `CREATE TABLE ${s}.cards (
  card_id     text PRIMARY KEY CHECK (char_length(card_id) BETWEEN 1 AND 30),
  customer    text NOT NULL,
  channel     text NOT NULL CHECK (channel IN ('PF_CC', 'UPI_EX')),
  card_num    text,
  expiry_date text,
  created_at  timestamptz NOT NULL
)`,
  `CREATE INDEX cards_of_customer ON ${s}.cards (customer, card_id)`,
  `CREATE TABLE ${s}.secrets (name text PRIMARY KEY, value text NOT NULL)`,
];

/** The schema's steps, from an empty database on; versions are never changed once released, only added. */
export function migrationsOf(schema: string): readonly Migration[] {
  const quoted = quotedSchema(schema);
  return [{ version: 1, statements: first(quoted) }];
}

/** What has to be there before the first step: the schema, and the table that counts the steps. */
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
