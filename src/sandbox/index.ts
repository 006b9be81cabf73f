export { startSandbox, type Sandbox, type SandboxOptions } from './startSandbox';
export type { SandboxCredentials } from './credentials';
export type { SandboxClocks } from './clocks';
export { testCards, type SandboxScenario, type SandboxTestCard } from './scenarios';
export { IotPayError, isIotPayError } from '../contract/error';
