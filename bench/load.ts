import autocannon from 'autocannon';
import { forgeries } from './forgeries';
import { notification } from './messages';

/** The bench's order for its load generator: notifications to this URL, for this many seconds. */
export interface LoadOrder {
  readonly url: string;
  readonly seconds: number;
  /** Forged ones of this kind and size. Without it, genuine ones. */
  readonly forged?: { readonly name: string; readonly bytes: number };
}

/** The number of answers of each kind. */
export interface Answered {
  readonly acknowledged: number;
  readonly acknowledgedPerSecond: number;
  readonly turnedAway: number;
  /** Answers of 5xx, and requests without any. */
  readonly failed: number;
}

const connections = 64;
const perConnection = 50;

// It runs in its own process, because in the server's process it would be measured too.
process.on('message', (order: LoadOrder) => {
  void fire(order).then((answered) => process.send?.(answered));
});

async function fire({ url, seconds, forged }: LoadOrder): Promise<Answered> {
  let connection = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    // Each connection has its own bodies, because deliveries of the same order would wait for each other.
    setupClient: (client) => {
      const own = connection++;
      client.setRequests((forged ? [forge(forged, own)] : genuine(own)).map(post));
    },
  });
  return {
    acknowledged: result['2xx'],
    acknowledgedPerSecond: result['2xx'] / result.duration,
    turnedAway: result['4xx'],
    failed: result['5xx'] + result.errors,
  };
}

function genuine(connection: number): string[] {
  return Array.from({ length: perConnection }, (_, index) =>
    notification(connection * perConnection + index),
  );
}

function forge({ name, bytes }: NonNullable<LoadOrder['forged']>, variant: number): string {
  const forgery = forgeries.find((kind) => kind.name === name);
  if (!forgery) throw new Error(`there is no forgery called ${name}`);
  return forgery.make(bytes, variant);
}

function post(body: string): autocannon.Request {
  return { method: 'POST', headers: { 'Content-Type': 'application/json;charset=UTF-8' }, body };
}
