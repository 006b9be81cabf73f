export { startSandbox, type Sandbox, type SandboxOptions } from './startSandbox';
export type { SandboxCredentials } from './credentials';
export type { SandboxClocks } from './clocks';
export type { Behaviour, GatewayAnswers, GatewaySaid, UnusableForm } from './likeness/gatewayAnswers';
export { type Probe, readProbe } from './likeness/probe';
export { testCards } from './cards/testCards';
export type { SandboxScenario, SandboxTestCard } from './cards/cardScenario';
export { IotPayError, isIotPayError } from '../contract/error';
