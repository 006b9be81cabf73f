import { createCashier, type Cashier } from './checkout/cashier';
import { createSessions, type Sessions } from './checkout/sessions';
import { createVault, type Vault } from './cards/vault';
import type { SandboxCredentials } from './credentials';
import { createJournal, type Journal } from './events/journal';
import { createFaultIds } from './faults/faultQueue';
import { createFaults, type Faults } from './faults/faults';
import { behaveLike } from './likeness/behaviour';
import type { Behaviour, GatewayAnswers } from './likeness/gatewayAnswers';
import type { Trust } from './network/trust';
import { createDeliveryFaults, type DeliveryFaults } from './notifications/deliveryFaults';
import { createNotifier, type Notifier } from './notifications/notifier';
import { createLedger, type Ledger } from './orders/ledger';
import { createOrderNumbers, type OrderNumbers } from './orders/orderNumbers';
import { createArrivals, type Arrivals } from './scenarios/arrivals';
import { createClocks, type SandboxClocks } from './time/clocks';
import { createSandboxTime, type SandboxTime } from './time/sandboxTime';

/** Everything that the sandbox knows, and nothing of HTTP. */
export interface Gateway {
  readonly credentials: SandboxCredentials;
  readonly trust: Trust;
  readonly time: SandboxTime;
  readonly clocks: SandboxClocks;
  /** How it behaves where docs/gateway-contract.md leaves a choice. */
  readonly behaviour: Behaviour;
  readonly numbers: OrderNumbers;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly sessions: Sessions;
  readonly cashier: Cashier;
  readonly notifier: Notifier;
  readonly faults: Faults;
  readonly deliveryFaults: DeliveryFaults;
  readonly arrivals: Arrivals;
  /** Forgets everything, stops all work and sets clocks and time back. */
  reset(): void;
}

export function createGateway(
  credentials: SandboxCredentials,
  trust: Trust,
  givenClocks?: Partial<SandboxClocks>,
  like?: GatewayAnswers,
): Gateway {
  const clocks = createClocks(givenClocks);
  const time = createSandboxTime();
  const numbers = createOrderNumbers(time);
  const journal = createJournal(time);
  const ledger = createLedger(time, numbers);
  const vault = createVault();
  const sessions = createSessions(time, clocks);
  const faultIds = createFaultIds();
  const faults = createFaults(time, faultIds);
  const deliveryFaults = createDeliveryFaults(time, faultIds);
  const behaviour = behaveLike(like);
  const { merchantKey } = credentials;
  const notifier = createNotifier({ clocks, time, journal, trust, merchantKey, deliveryFaults });
  ledger.onChange(({ order, paymentNo, forced }, change) => {
    const { mchOrderNo, status, amount } = order;
    const about = { mchOrderNo, ...(paymentNo !== undefined && { paymentNo }), ...(forced && { forced }) };
    journal.append({ type: 'order', change, ...about, status, amount });
  });
  const desk = { clocks, time, numbers, ledger, notifier, sessions, vault, journal };
  return {
    ...desk,
    credentials,
    behaviour,
    trust,
    cashier: createCashier(desk),
    faults,
    deliveryFaults,
    arrivals: createArrivals(),
    reset() {
      time.suspend();
      for (const store of [ledger, vault, sessions, notifier, faults, deliveryFaults]) store.clear();
      time.thaw();
      time.setAhead(0);
      numbers.seed();
      Object.assign(clocks, createClocks(givenClocks));
    },
  };
}
