import type {
  ActiveFault,
  FaultCommand,
  ForceCommand,
  LaunchCommand,
  Launched,
  NotificationFaultCommand,
  NotifyCommand,
} from './commands';
import type { ConsoleEvent } from './events';
import type { ConsoleNotification, DeliveryAttempt } from './notifications';
import type { ConsoleOrder, OrderFilter, OrderList, OrderTimeline } from './orders';
import type { PlayOptions, PlayResult, Scenario } from './scenario';
import type { ConsoleState, ConsoleTime, EventDetail, Snippets } from './state';

/** Which events to give; all parts have to fit. */
export interface EventFilter {
  readonly type?: ConsoleEvent['type'] | undefined;
  /** Part of anything that the event holds. */
  readonly q?: string | undefined;
  /** The newest so many; all that are kept if nothing is said. */
  readonly limit?: number | undefined;
  /** Only events before, and after, this id. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/**
 * All that the console can do, for a program that started the sandbox. Each method is an HTTP call of the same name, too. What is
 * asked for and can't be done throws an `IotPayError` whose `code` is `not_found`, `conflict` or `invalid_command`.
 */
export interface SandboxConsole {
  state(): ConsoleState;
  /** The newest first. */
  orders(filter?: OrderFilter): OrderList;
  /** One order's timeline. */
  order(mchOrderNo: string): OrderTimeline;
  /** The oldest first. */
  events(filter?: EventFilter): readonly ConsoleEvent[];
  event(id: number): EventDetail<ConsoleEvent>;
  /** Calls the listener with every event from now on, until the function that it returns is called. */
  subscribe(listener: (event: ConsoleEvent) => void): () => void;
  /** The newest first. */
  notifications(): readonly ConsoleNotification[];
  /** Forces what an open order comes to. */
  force(mchOrderNo: string, command: ForceCommand): ConsoleOrder;
  unforce(mchOrderNo: string): ConsoleOrder;
  /** Settles one paid payment, or all of them; gives the numbers of those that were settled by this. */
  settle(mchOrderNo?: string): readonly string[];
  notify(command: NotifyCommand): Promise<readonly DeliveryAttempt[]>;
  /** Spoils the next answers of a call. */
  addFault(fault: FaultCommand): readonly ActiveFault[];
  /** Spoils the next notifications. */
  addNotificationFault(fault: NotificationFaultCommand): readonly ActiveFault[];
  /** Takes one fault away by its number, those of one kind, or all of them. */
  removeFaults(which?: number | ActiveFault['of']): void;
  /** Changes some clocks, in milliseconds. */
  changeClocks(changes: Readonly<Record<string, number | readonly number[]>>): ConsoleState['clocks'];
  /** Moves the sandbox's time on by so many milliseconds, and waits for what falls due. */
  advance(ms: number): Promise<ConsoleTime>;
  /** Forgets everything; the clocks are what they were at the start. */
  reset(): void;
  /** Brings back what the last reset forgot. */
  undo(): void;
  /** Makes orders, e.g. `3 paid, 1 refunded, 1 unknown`; gives their numbers. */
  seed(text: string): readonly string[];
  /** Opens a payment with a shop that the sandbox plays itself. */
  launch(command?: LaunchCommand): Promise<Launched>;
  /** Those that come with the package. */
  scenarios(): readonly Scenario[];
  /** Plays a scenario, or the one of this name that comes with the package. */
  play(scenario: unknown, options?: PlayOptions): Promise<PlayResult>;
  /** Records all actions from now on, until `stopRecording` returns them as a scenario. */
  record(name?: string): void;
  stopRecording(): Scenario;
  snippets(): Snippets;
  /** All orders and events, as one object for a JSON file. */
  exportJson(filter?: EventFilter): object;
  /** Calls and notifications as an HTTP Archive 1.2. */
  exportHar(filter?: EventFilter): object;
}
