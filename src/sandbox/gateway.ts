import { createCashier, type Cashier } from './checkout/cashier';
import { createSessions, type Sessions } from './checkout/sessions';
import { createClocks, type SandboxClocks } from './clocks';
import type { SandboxCredentials } from './credentials';
import { createFaults, type Faults } from './faults/faults';
import { behaveLike } from './likeness/behaviour';
import type { Behaviour, GatewayAnswers } from './likeness/gatewayAnswers';
import { createLedger, type Ledger } from './orders/ledger';
import { createNotifier, type Notifier } from './notifications/notifier';
import { createTimers, type Timers } from './timers';
import { createVault, type Vault } from './cards/vault';

/** Everything that the sandbox knows, and nothing of HTTP. */
export interface Gateway {
  readonly credentials: SandboxCredentials;
  readonly clocks: SandboxClocks;
  /** What it does where the gateway contract leaves a choice. */
  readonly behaviour: Behaviour;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly sessions: Sessions;
  readonly cashier: Cashier;
  readonly notifier: Notifier;
  readonly timers: Timers;
  readonly faults: Faults;
  /** Forgets everything and stops whatever is under way; the clocks are what they were at first. */
  reset(): void;
}

export function createGateway(
  credentials: SandboxCredentials,
  givenClocks?: Partial<SandboxClocks>,
  like?: GatewayAnswers,
): Gateway {
  const clocks = createClocks(givenClocks);
  const ledger = createLedger();
  const vault = createVault();
  const sessions = createSessions();
  const timers = createTimers();
  const notifier = createNotifier(clocks, credentials.merchantKey);
  const faults = createFaults();
  const behaviour = behaveLike(like);
  return {
    credentials,
    clocks,
    behaviour,
    ledger,
    vault,
    sessions,
    cashier: createCashier({ clocks, notifier, timers, sessions, vault }),
    notifier,
    timers,
    faults,
    reset() {
      timers.clear();
      for (const store of [ledger, vault, sessions, notifier, faults]) store.clear();
      Object.assign(clocks, createClocks(givenClocks));
    },
  };
}
