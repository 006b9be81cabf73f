// The tables, with the rules that the database checks in each row. `s` is the schema, quoted.

export const ordersTable = (s: string) => `CREATE TABLE ${s}.orders (
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

// A payment counts for its key, or it is a surplus. Two payments can't count for one key.
export const paymentsTable = (s: string) => `CREATE TABLE ${s}.payments (
  pay_order_id text PRIMARY KEY,
  mch_order_no text NOT NULL REFERENCES ${s}.orders,
  pays_key     text UNIQUE,
  amount       integer NOT NULL CHECK (amount > 0),
  currency     text NOT NULL,
  card_num     text,
  surplus      text CHECK (surplus IN ('paid_before', 'amount_differs')),
  returned     integer NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND amount),
  recorded_at  timestamptz NOT NULL,
  UNIQUE (pay_order_id, mch_order_no),
  CHECK ((pays_key IS NULL) = (surplus IS NOT NULL))
)`;

export const refundsTable = (s: string) => `CREATE TABLE ${s}.refunds (
  mch_refund_no text PRIMARY KEY CHECK (char_length(mch_refund_no) BETWEEN 1 AND 30),
  mch_order_no  text NOT NULL,
  pay_order_id  text NOT NULL,
  key           text,
  kind          text NOT NULL CHECK (kind IN ('void', 'refund')),
  amount        integer NOT NULL CHECK (amount > 0),
  state         text NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
  reason        text,
  created_at    timestamptz NOT NULL,
  settled_at    timestamptz,
  absent_since  timestamptz,
  absences      integer,
  CHECK ((state = 'pending') = (settled_at IS NULL)),
  FOREIGN KEY (pay_order_id, mch_order_no) REFERENCES ${s}.payments (pay_order_id, mch_order_no)
)`;

export const eventsTable = (s: string) => `CREATE TABLE ${s}.events (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mch_order_no  text NOT NULL REFERENCES ${s}.orders,
  kind          text NOT NULL,
  pay_order_id  text,
  mch_refund_no text,
  created_at    timestamptz NOT NULL,
  taken_until   timestamptz
)`;

export const cardsTable = (s: string) => `CREATE TABLE ${s}.cards (
  card_id     text PRIMARY KEY CHECK (char_length(card_id) BETWEEN 1 AND 30),
  customer    text NOT NULL,
  channel     text NOT NULL CHECK (channel IN ('PF_CC', 'UPI_EX')),
  card_num    text,
  expiry_date text,
  created_at  timestamptz NOT NULL
)`;
