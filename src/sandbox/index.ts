export { startSandbox, type Sandbox, type SandboxOptions } from './startSandbox';
export type { SandboxCredentials } from './credentials';
export type { Behaviour, GatewayAnswers, GatewaySaid, UnusableForm } from './likeness/gatewayAnswers';
export { type Probe, readProbe } from './likeness/probe';
export type { SandboxClocks } from './time/clocks';
export type { SandboxConsole, EventFilter } from './consoleApi/sandboxConsole';
export type { ConsoleEvent } from './consoleApi/events';
export type { ConsoleOrder, OrderFilter, OrderTimeline } from './consoleApi/orders';
export type { Scenario, ScenarioStep, PlayOptions } from './consoleApi/scenario';
export type {
  ForceCommand,
  ForcedOutcome,
  FaultCommand,
  NotificationFaultCommand,
} from './consoleApi/commands';
export { testCards } from './cards/testCards';
export type { CardEffect, SandboxTestCard } from './cards/cardEffect';
export { IotPayError, isIotPayError } from '../contract/error';
