#!/usr/bin/env node
import { openControllingTerminal } from './keys/controllingTerminal';
import { runCli } from './runCli';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  stop: stop.signal,
  env: process.env,
  get input() {
    return process.stdin;
  },
  openPrompt: openControllingTerminal,
});
