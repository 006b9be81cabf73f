import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import type * as sandboxEntry from '../../src/sandbox/index';
import type { Driven } from './drive';

// A measurement, not a test: what is lost or missed is shown, and the exit code stays 0.
const { startSandbox } = (await import(
  new URL('../../dist/sandbox.js', import.meta.url).href
)) as typeof sandboxEntry;

const perSecond = 200;
const seconds = 15;

const sandbox = await startSandbox();
// A process of its own, with the shop and the console in it: they would be measured along with the sandbox.
const driver = fork(new URL('./drive.ts', import.meta.url));
const before = process.cpuUsage();
driver.send({ url: sandbox.url, credentials: sandbox.credentials, perSecond, seconds });
const [driven] = (await once(driver, 'message')) as [Driven];
const { user, system } = process.cpuUsage(before);
driver.kill();

const { sent, failed, linesSeen, gaps, inOrder, latencyMs, lineDelayMs } = driven;
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores. ${perSecond} calls a second for ${seconds} s, one console open.`,
);
console.log(`  calls answered       ${sent - failed} of ${sent}`);
console.log(
  `  lines at the console ${linesSeen} of ${sent}, gaps ${gaps}, in order: ${inOrder ? 'yes' : 'NO'}`,
);
console.log(`  answer               median ${latencyMs.median} ms, 99 % ${latencyMs.p99} ms`);
console.log(`  from call to line    median ${lineDelayMs.median} ms, 99 % ${lineDelayMs.p99} ms`);
console.log(`  the sandbox's processor time: ${Math.round((user + system) / 10_000 / seconds)} % of a core`);
await sandbox.close();
