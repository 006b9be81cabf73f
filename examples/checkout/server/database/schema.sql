-- The rules about money stand here, where no second process and no mistake in the code gets past them.
-- Amounts are whole cents.

CREATE TABLE IF NOT EXISTS orders (
  mch_order_no       text PRIMARY KEY CHECK (char_length(mch_order_no) BETWEEN 1 AND 30),
  customer_id        text NOT NULL,
  checkout_key       text NOT NULL,
  channel            text NOT NULL CHECK (channel IN ('PF_CC', 'UPI_EX')),
  bag                jsonb NOT NULL,
  amount             integer NOT NULL CHECK (amount > 0),
  currency           text NOT NULL CHECK (currency = 'CAD'),
  -- Paid in a form or on IOTPay's page, which have these two, or with a saved card.
  secure_id          text,
  redirect_url       text,
  card_id            text,
  state              text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'failed', 'expired')),
  created_at         timestamptz NOT NULL DEFAULT now(),
  -- When the shop first knew that the customer had begun to pay. While the order is open, nothing else is sold to them.
  begun_at           timestamptz,
  -- Since when, and how often in a row, the gateway has said that there is no such order: see orderRules.ts.
  missing_since      timestamptz,
  times_missing      integer NOT NULL DEFAULT 0,
  -- Its form was too old for the customer, who got a newer one. It may be paid all the same, so it stays open.
  replaced           boolean NOT NULL DEFAULT false,
  settled_by         text CHECK (settled_by IN ('notification', 'query', 'unsent')),
  settled_at         timestamptz,
  pay_order_id       text UNIQUE,
  card_num           text,
  -- Paid after it had failed or expired: the customer may have been told that it was not.
  late               boolean NOT NULL DEFAULT false,
  -- Paid although another order of the same checkout was: somebody has to give it back.
  surplus            boolean NOT NULL DEFAULT false,
  -- What has been given back or is on its way: see refunds. Never more than was paid.
  given_back         integer NOT NULL DEFAULT 0 CHECK (given_back BETWEEN 0 AND amount),
  -- When the shop asks the gateway about the order by itself, and how often it has: see settlingJob.ts. None: never again.
  next_check_at      timestamptz DEFAULT now() + interval '30 seconds',
  checks             integer NOT NULL DEFAULT 0,
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
  CHECK ((state = 'paid') = (pay_order_id IS NOT NULL)),
  CHECK ((secure_id IS NULL) = (redirect_url IS NULL)),
  CHECK ((secure_id IS NULL) <> (card_id IS NULL)),
  CHECK (state = 'paid' OR NOT (late OR surplus)),
  CHECK (given_back = 0 OR state = 'paid')
);

-- A checkout has one form of each channel that can be paid in, and one saved card that is being charged.
CREATE UNIQUE INDEX IF NOT EXISTS orders_one_form_per_checkout
  ON orders (customer_id, checkout_key, channel) WHERE state = 'open' AND card_id IS NULL AND NOT replaced;
CREATE UNIQUE INDEX IF NOT EXISTS orders_one_charge_per_checkout
  ON orders (customer_id, checkout_key) WHERE state = 'open' AND card_id IS NOT NULL;

-- A checkout is paid once. Whatever else is paid for it is surplus.
CREATE UNIQUE INDEX IF NOT EXISTS orders_one_paid_per_checkout
  ON orders (customer_id, checkout_key) WHERE state = 'paid' AND NOT surplus;

CREATE INDEX IF NOT EXISTS orders_of_checkout ON orders (customer_id, checkout_key);
CREATE INDEX IF NOT EXISTS orders_to_check ON orders (next_check_at) WHERE next_check_at IS NOT NULL;

-- Every payment that the gateway has told of, once, however often it tells.
CREATE TABLE IF NOT EXISTS payments (
  pay_order_id text PRIMARY KEY,
  mch_order_no text NOT NULL REFERENCES orders,
  amount       integer NOT NULL CHECK (amount > 0),
  currency     text NOT NULL CHECK (currency = 'CAD'),
  card_num     text,
  reported_by  text NOT NULL CHECK (reported_by IN ('notification', 'query')),
  recorded_at  timestamptz NOT NULL DEFAULT now(),
  -- Money for an order, or for a checkout, that another payment has paid: somebody has to give it back.
  surplus      boolean NOT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS payments_one_counts ON payments (mch_order_no) WHERE NOT surplus;
CREATE INDEX IF NOT EXISTS payments_of ON payments (mch_order_no);

-- What the rest of the shop has to act on, written by the transaction that made it so. `paid`: send the parcel. The other two are
-- alarms for a person. `paid_late`: the customer may have been told that it was not paid, so send the parcel or give the money back.
-- `paid_again`: give the payment back.
CREATE TABLE IF NOT EXISTS order_events (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mch_order_no text NOT NULL REFERENCES orders,
  kind         text NOT NULL CHECK (kind IN ('paid', 'paid_late', 'paid_again')),
  pay_order_id text NOT NULL REFERENCES payments,
  created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS order_events_of ON order_events (mch_order_no);

-- Money given back. A row is here before the gateway is called, so whatever becomes of the call, its number can be asked about.
CREATE TABLE IF NOT EXISTS refunds (
  mch_refund_no text PRIMARY KEY CHECK (char_length(mch_refund_no) BETWEEN 1 AND 30),
  mch_order_no  text NOT NULL REFERENCES orders,
  refund_key    text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('void', 'refund')),
  amount        integer NOT NULL CHECK (amount > 0),
  state         text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'succeeded', 'failed')),
  reason        text,
  created_at    timestamptz NOT NULL DEFAULT now(),
  settled_at    timestamptz,
  -- As with orders.
  missing_since timestamptz,
  times_missing integer NOT NULL DEFAULT 0,
  next_check_at timestamptz DEFAULT now() + interval '30 seconds',
  checks        integer NOT NULL DEFAULT 0,
  CHECK ((state = 'pending') = (settled_at IS NULL)),
  CHECK (reason IS NULL OR state = 'failed')
);

-- One click is one refund, until that has failed; and nothing is given back while nobody knows what became of the one before.
CREATE UNIQUE INDEX IF NOT EXISTS refunds_one_per_click ON refunds (mch_order_no, refund_key) WHERE state <> 'failed';
CREATE UNIQUE INDEX IF NOT EXISTS refunds_one_at_a_time ON refunds (mch_order_no) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS refunds_to_check ON refunds (next_check_at) WHERE next_check_at IS NOT NULL;

-- Which cards are whose. The cards themselves are IOTPay's to keep.
CREATE TABLE IF NOT EXISTS saved_cards (
  card_id     text PRIMARY KEY CHECK (char_length(card_id) BETWEEN 1 AND 30),
  customer_id text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS saved_cards_of ON saved_cards (customer_id, created_at);
