export { startSandbox, type Sandbox, type SandboxOptions } from './startSandbox';
export type { SandboxCredentials } from './credentials';
export type { SandboxClocks } from './time/clocks';
export { testCards } from './cards/testCards';
export type { SandboxScenario, SandboxTestCard } from './cards/cardScenario';
export { IotPayError, isIotPayError } from '../contract/error';
