// Rules of the database about more than one row. `s` is the schema, quoted.

// A payment counts for its order's key only with the amount and currency that were ordered.
const checkPayment = (
  s: string,
) => `CREATE FUNCTION ${s}.check_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM ${s}.orders o WHERE o.mch_order_no = NEW.mch_order_no
    AND o.key = NEW.pays_key AND o.amount = NEW.amount AND o.currency = NEW.currency;
  IF NOT FOUND THEN
    RAISE check_violation USING MESSAGE =
      format('Payment %s is not what order %s asks for.', NEW.pay_order_id, NEW.mch_order_no);
  END IF;
  RETURN NULL;
END $$`;

// An order may be refunded without having been paid only if all its payments had another amount.
const checkState = (
  s: string,
) => `CREATE FUNCTION ${s}.check_order_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pays boolean := EXISTS (SELECT FROM ${s}.payments p
    WHERE p.mch_order_no = NEW.mch_order_no AND p.surplus IS DISTINCT FROM 'amount_differs');
BEGIN
  IF pays <> (NEW.state IN ('paid', 'partly_refunded', 'refunded'))
    AND (pays OR NEW.state <> 'refunded'
      OR NOT EXISTS (SELECT FROM ${s}.payments p WHERE p.mch_order_no = NEW.mch_order_no)) THEN
    RAISE check_violation USING MESSAGE =
      format('Order %s can not be %s: its payments say something else.', NEW.mch_order_no, NEW.state);
  END IF;
  RETURN NULL;
END $$`;

// Cents are added up only here. Money that went back is a fact and is always counted. But a new refund is refused if
// another one on its way may already have taken the same cents. The lock makes two refunds of one payment wait for each
// other.
const sumUp = (s: string) => `CREATE FUNCTION ${s}.sum_up_refunds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := coalesce(NEW.pay_order_id, OLD.pay_order_id);
  paid integer;
  back bigint;
  pending bigint;
BEGIN
  SELECT amount INTO paid FROM ${s}.payments WHERE pay_order_id = changed FOR UPDATE;
  SELECT coalesce(sum(amount) FILTER (WHERE state = 'succeeded'), 0), coalesce(sum(amount) FILTER (WHERE state = 'pending'), 0)
    INTO back, pending FROM ${s}.refunds WHERE pay_order_id = changed;
  IF NEW.state = 'pending' AND back + pending > paid AND (OLD IS NULL OR NEW.amount > OLD.amount OR OLD.state <> 'pending') THEN
    RAISE check_violation USING MESSAGE = format('More would be given back of payment %s than was paid.', changed);
  END IF;
  UPDATE ${s}.payments SET returned = back WHERE pay_order_id = changed AND returned <> back;
  RETURN NULL;
END $$`;

/** Functions and triggers, in the order in which they have to be made. */
export const rules = (s: string): readonly string[] => [
  checkPayment(s),
  `CREATE TRIGGER payments_are_what_was_ordered AFTER INSERT OR UPDATE ON ${s}.payments
  FOR EACH ROW WHEN (NEW.pays_key IS NOT NULL) EXECUTE FUNCTION ${s}.check_payment()`,
  checkState(s),
  `CREATE TRIGGER orders_begin_as_their_payments_say AFTER INSERT ON ${s}.orders
  FOR EACH ROW WHEN (NEW.state <> 'open') EXECUTE FUNCTION ${s}.check_order_state()`,
  `CREATE TRIGGER orders_move_as_their_payments_say AFTER UPDATE OF state ON ${s}.orders
  FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION ${s}.check_order_state()`,
  sumUp(s),
  `CREATE TRIGGER refunds_are_summed_up AFTER INSERT OR DELETE OR UPDATE OF state, amount, pay_order_id ON ${s}.refunds
  FOR EACH ROW EXECUTE FUNCTION ${s}.sum_up_refunds()`,
];
