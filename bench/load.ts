import autocannon from 'autocannon';
import { notification } from './messages';

/** What the bench asks of its load generator: notifications to this URL, for so many seconds. */
export interface Order {
  readonly url: string;
  readonly seconds: number;
}

/** What came of it. */
export interface Answered {
  readonly perSecond: number;
  /** Answers other than 2xx, and requests without any. */
  readonly failed: number;
}

const connections = 64;
const perConnection = 50;

// A process of its own: a load generator in the server's would be measured along with it.
process.on('message', (order: Order) => {
  void fire(order).then((answered) => process.send?.(answered));
});

async function fire({ url, seconds }: Order): Promise<Answered> {
  let connection = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    // Each connection has orders of its own: deliveries of the same one would wait for each other.
    setupClient: (client) => client.setRequests(requests(connection++)),
  });
  return { perSecond: result['2xx'] / result.duration, failed: result.non2xx + result.errors };
}

function requests(connection: number): autocannon.Request[] {
  return Array.from({ length: perConnection }, (_, index) => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    body: notification(connection * perConnection + index),
  }));
}
