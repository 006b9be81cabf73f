import { version } from '../../../package.json';
import type { ControlEvent } from '../consoleApi/events';
import type { SandboxConsole } from '../consoleApi/sandboxConsole';
import type { ConsoleSettings } from '../consoleApi/state';
import { eventDetail } from '../exports/eventDetail';
import { exportHar } from '../exports/exportHar';
import { filterEvents } from '../exports/filterEvents';
import { faultSchema } from '../faults/faults';
import type { Gateway } from '../gateway';
import { deliveryFaultSchema } from '../notifications/deliveryFaults';
import { settleAll, settleNow } from '../orders/settleNow';
import { packagedScenarios } from '../scenarios/packagedScenarios';
import { playScenario } from '../scenarios/playScenario';
import { createRecorder } from '../scenarios/recorder';
import { seedOrders } from '../seeds/seedOrders';
import { launchPayment, type SandboxUrls } from '../shop/launchPayment';
import { createSnippets } from '../shop/snippets';
import { changeClocks } from '../time/clocks';
import { consoleOrder } from './consoleOrder';
import { activeFaults, consoleState, consoleTime } from './consoleState';
import { forceOutcome, unforce } from './forceOutcome';
import { listOrders } from './orderList';
import { consoleNotification, findEntry, orderTimeline } from './orderTimeline';
import { refuse } from './refuse';
import { advanceSchema, forceSchema, launchSchema, notifySchema, parseCommand, seedSchema } from './schemas';
import { sendByHand } from './sendByHand';
import { capture } from './undo';

/** All that the console can do, over one gateway. `urls` and `settings` are known only once it listens. */
export function createConsole(
  gateway: Gateway,
  urls: () => SandboxUrls,
  settings: () => ConsoleSettings,
): SandboxConsole {
  const { journal, clocks, faults, deliveryFaults, time } = gateway;
  const recorder = createRecorder(gateway);
  let undo: (() => void) | undefined;
  let playing: Promise<unknown> | undefined;

  const tell = (action: ControlEvent['action'], message: string) =>
    journal.append({ type: 'control', action, message });

  const commands: SandboxConsole = {
    state: () =>
      consoleState(gateway, settings(), {
        canUndo: undo !== undefined,
        isRecording: recorder.isRecording(),
        isPlaying: playing !== undefined,
      }),
    orders: (filter = {}) => listOrders(gateway, filter),
    order: (mchOrderNo) => orderTimeline(gateway, mchOrderNo),
    events: (filter = {}) => filterEvents(journal, filter),
    event: (id) => eventDetail(gateway, id, urls().local),
    subscribe: (listener) => journal.subscribe(({ event }) => listener(event)),
    notifications: () => gateway.notifier.all().map(consoleNotification).reverse(),
    force(mchOrderNo, given) {
      const command = parseCommand(forceSchema, given);
      const entry = findEntry(gateway, mchOrderNo);
      forceOutcome(entry, command, gateway);
      recorder.step({ do: 'force', mchOrderNo, ...command });
      return consoleOrder(entry, gateway);
    },
    unforce(mchOrderNo) {
      const entry = findEntry(gateway, mchOrderNo);
      unforce(entry, gateway);
      return consoleOrder(entry, gateway);
    },
    settle(mchOrderNo) {
      recorder.step({ do: 'settle', ...(mchOrderNo !== undefined && { mchOrderNo }) });
      if (mchOrderNo === undefined) return settleAll(gateway);
      const result = settleNow(findEntry(gateway, mchOrderNo), gateway);
      if (result === 'never') throw refuse('conflict', 'mchOrderNo: not a paid payment, or void');
      return result === 'now' ? [mchOrderNo] : [];
    },
    notify(given) {
      const command = parseCommand(notifySchema, given);
      recorder.step({ do: 'notify', ...command });
      return sendByHand(command, gateway);
    },
    addFault(given) {
      const fault = parseCommand(faultSchema, given);
      faults.add(fault);
      recorder.step({ do: 'fault', ...given });
      tell('faults', `From now on, ${fault.call === '*' ? 'any call' : fault.call} meets: ${fault.kind}.`);
      return activeFaults(gateway);
    },
    addNotificationFault(given) {
      const fault = parseCommand(deliveryFaultSchema, given);
      deliveryFaults.add(fault);
      recorder.step({ do: 'notificationFault', ...given });
      tell('faults', `From now on, notifications meet: ${fault.kind}.`);
      return activeFaults(gateway);
    },
    removeFaults(which) {
      if (typeof which === 'number') {
        if (!faults.remove(which) && !deliveryFaults.remove(which)) {
          throw refuse('not_found', 'id: no such fault, or it is over');
        }
      } else {
        if (which !== 'notification') faults.clear();
        if (which !== 'call') deliveryFaults.clear();
        recorder.step({ do: 'noFaults' });
      }
      tell('faults', typeof which === 'number' ? 'One fault was taken away.' : 'The faults were taken away.');
    },
    changeClocks(changes) {
      const problem = changeClocks(clocks, changes);
      if (problem !== undefined) throw refuse('invalid_command', problem);
      recorder.step({ do: 'clocks', clocks: changes });
      tell('clocks', `Clocks changed: ${Object.keys(changes).join(', ') || 'none'}.`);
      return { ...clocks };
    },
    async advance(given) {
      const { ms } = parseCommand(advanceSchema, { ms: given });
      await time.advance(ms);
      recorder.step({ do: 'advance', ms });
      tell('advanced', `The time was moved on by ${ms} ms.`);
      return consoleTime(gateway);
    },
    reset() {
      undo = capture(gateway);
      gateway.reset();
      tell('reset', 'The sandbox has forgotten everything.');
    },
    undo() {
      if (!undo) throw refuse('conflict', 'There is no reset to undo.');
      const bringBack = undo;
      undo = undefined;
      bringBack();
      tell('undone', 'What the reset forgot is back; what came after it is gone.');
    },
    seed(given) {
      const { text } = parseCommand(seedSchema, { text: given });
      const made = seedOrders(text, gateway);
      tell('seeded', `Made ${made.length} orders: ${text}.`);
      return made;
    },
    launch: async (given = {}) => launchPayment(parseCommand(launchSchema, given), gateway, urls()),
    scenarios: () => packagedScenarios,
    async play(scenario, options = {}) {
      if (playing) throw refuse('conflict', 'A scenario is being played: wait for its end.');
      const play = playScenario(gateway, commands, urls().local, scenario, options);
      playing = play;
      try {
        return await play;
      } finally {
        playing = undefined;
      }
    },
    record(name = 'Recorded') {
      recorder.begin(name);
      tell('recording', 'What is done from now on is recorded.');
    },
    stopRecording() {
      const scenario = recorder.end();
      if (!scenario) throw refuse('conflict', 'Nothing is being recorded.');
      tell('recorded', `Recorded "${scenario.name}": ${scenario.steps.length} steps.`);
      return scenario;
    },
    snippets: () => createSnippets(urls(), gateway.credentials),
    exportJson: (filter = {}) => ({
      version: 1,
      exportedAt: new Date(time.now()).toISOString(),
      orders: listOrders(gateway, {}).orders,
      notifications: commands.notifications(),
      events: commands.events(filter),
    }),
    exportHar: (filter = {}) => exportHar(commands.events(filter), urls().local, version),
  };
  return commands;
}
