import { startSandbox, type Sandbox } from 'react-iotpay/sandbox';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    gateway: { url: string; credentials: Sandbox['credentials'] };
  }
}

let sandbox: Sandbox | undefined;

/** One local gateway for all files of a project, at a pace that tests can wait for. It is another site than the tests' page. */
export async function setup(project: TestProject): Promise<void> {
  const clocks = { bankMs: 20, pollIntervalMs: 40, polls: 4, pendingMs: 600 };
  // Without the sandbox's own test-card picker, its form is the one that the fake stands for.
  sandbox = await startSandbox({ clocks, plain: true });
  project.provide('gateway', { url: sandbox.url, credentials: sandbox.credentials });
}

export async function teardown(): Promise<void> {
  await sandbox?.close();
}
