/**
 * The calls of the console, by what they do. Bodies and answers are JSON; a refused call answers 4xx with a `ConsoleRefusal`.
 *
 * `events` is a stream of server-sent events. Unnamed messages are `ConsoleEvent`s; their `id` goes back as `Last-Event-ID` by
 * itself. `hello` (`{ run, isRestarted }`) comes first: after a restart, fetch everything again. `gap` (`{ from, to }`) says that
 * the events between were dropped before this reader got them, because memory is bounded: fetch everything again.
 */
export const consolePaths = {
  /** GET: `ConsoleState` */
  state: '/_sandbox/state',
  /** GET: server-sent events; `?after=<id>` begins after that event, without it with the oldest that is kept. */
  events: '/_sandbox/events',
  /** GET: `ConsoleEvent[]`, oldest first, e.g. `?type=call&q=ORDER-1&limit=200&before=<id>` */
  log: '/_sandbox/log',
  /** GET: `EventDetail` */
  event: (id: number) => `/_sandbox/events/${id}`,
  /** GET: `OrderList`, with an `OrderFilter` as query */
  orders: '/_sandbox/orders',
  /** GET: `OrderTimeline` */
  order: (mchOrderNo: string) => `/_sandbox/orders/${encodeURIComponent(mchOrderNo)}`,
  /** POST: `ForceCommand` gives a `ConsoleOrder`. DELETE takes it back. */
  force: (mchOrderNo: string) => `/_sandbox/orders/${encodeURIComponent(mchOrderNo)}/force`,
  /** POST `{ mchOrderNo? }`: settles one, or all; gives `{ settled: string[] }` */
  settle: '/_sandbox/settle',
  /** GET: `{ notifications: ConsoleNotification[] }`. POST: `NotifyCommand` gives `DeliveryAttempt & { attempts: DeliveryAttempt[] }` */
  notifications: '/_sandbox/notifications',
  /** GET `{ faults }`, POST `NotificationFaultCommand`, DELETE all */
  notificationFaults: '/_sandbox/notifications/faults',
  /** GET `{ faults }`, POST `FaultCommand`, DELETE all */
  faults: '/_sandbox/faults',
  /** DELETE: takes one fault away, of a call or a notification */
  fault: (id: number) => `/_sandbox/faults/${id}`,
  /** GET, POST: the clocks */
  clocks: '/_sandbox/clocks',
  /** POST: `AdvanceCommand` gives `ConsoleTime` */
  advance: '/_sandbox/advance',
  /** POST: forgets everything */
  reset: '/_sandbox/reset',
  /** POST: brings back what the last reset forgot */
  undo: '/_sandbox/undo',
  /** POST: `SeedCommand` gives `{ mchOrderNos: string[] }` */
  seed: '/_sandbox/seed',
  /** POST: `LaunchCommand` gives `Launched` */
  launch: '/_sandbox/launch',
  /** GET: `{ scenarios: Scenario[] }`, those that come with the package */
  scenarios: '/_sandbox/scenarios',
  /** POST `{ scenario: Scenario | name, notifyUrl?, returnUrl?, keep? }` gives a `PlayResult` */
  play: '/_sandbox/play',
  /** POST `{ name? }` begins; DELETE ends and gives the `Scenario` */
  recording: '/_sandbox/recording',
  /** GET: `{ cards: ConsoleCard[] }` */
  cards: '/_sandbox/cards',
  /** GET: `Snippets` */
  snippets: '/_sandbox/snippets',
  /** GET: all orders and events as one JSON file; the same filter as `log` */
  exportJson: '/_sandbox/export.json',
  /** GET: calls and notifications as HTTP Archive 1.2 */
  exportHar: '/_sandbox/export.har',
} as const;
