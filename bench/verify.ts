import { Webhook } from 'standardwebhooks';
import { Stripe } from 'stripe';
import { verify } from './built';
import { measure } from './measure';
import { merchantKey, notifications } from './messages';
import { type Comparison, compare } from './report';

/** In seconds. The default is five minutes, and a slow bench could take longer. */
const tolerance = 60 * 60;

/**
 * Compares `verify` with the peers' functions on the same bodies. Theirs take the raw body, check it and parse it. Ours
 * takes the parsed fields. So it is measured both alone and with `JSON.parse` before it, which is exactly the peers'
 * work.
 */
export function compareVerify(): Comparison[] {
  const parsed = notifications.map((body) => JSON.parse(body) as Record<string, unknown>);
  const message = (index: number) => index % notifications.length;
  const rates = measure([
    { name: 'verify', run: (index) => verify(parsed[message(index)] ?? {}, merchantKey) },
    { name: 'parse and verify', run: (index) => parseAndVerify(notifications[message(index)] ?? '') },
    stripe(message),
    standardWebhooks(message),
  ]);
  return ['verify', 'parse and verify'].flatMap((ours) => [
    compare(rates, ours, 'stripe', 1),
    compare(rates, ours, 'standardwebhooks', 1),
  ]);
}

function parseAndVerify(body: string): Record<string, unknown> {
  const fields = JSON.parse(body) as Record<string, unknown>;
  if (!verify(fields, merchantKey)) throw new Error('a genuine notification was refused');
  return fields;
}

function stripe(message: (index: number) => number) {
  const { webhooks } = Stripe;
  const secret = `whsec_${merchantKey}`;
  const deliveries = notifications.map((payload) => ({
    payload,
    header: webhooks.generateTestHeaderString({ payload, secret }),
  }));
  return {
    name: 'stripe',
    run(index: number): unknown {
      const { payload = '', header = '' } = deliveries[message(index)] ?? {};
      return webhooks.constructEvent(payload, header, secret, tolerance);
    },
  };
}

function standardWebhooks(message: (index: number) => number) {
  const webhook = new Webhook(Buffer.from(merchantKey).toString('base64'));
  const now = new Date();
  const deliveries = notifications.map((payload, index) => {
    const id = `msg_${index}`;
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': webhook.sign(id, now, payload),
    };
    return { payload, headers };
  });
  return {
    name: 'standardwebhooks',
    run(index: number): unknown {
      const { payload = '', headers = {} } = deliveries[message(index)] ?? {};
      return webhook.verify(payload, headers);
    },
  };
}
