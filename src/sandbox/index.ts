export { startSandbox, type Sandbox, type SandboxOptions } from './startSandbox';
export type { SandboxCredentials } from './credentials';
export type { SandboxClocks } from './clocks';
export { testCards } from './scenarios';
export type { SandboxScenario, SandboxTestCard } from './testCard';
export { IotPayError, isIotPayError } from '../contract/error';
