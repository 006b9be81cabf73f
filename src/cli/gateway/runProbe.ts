import { writeFile } from 'node:fs/promises';
import { type Terminal, UsageError } from '../command';
import type { GatewayAccess } from './gatewayFlags';
import { openInBrowser } from './openInBrowser';
import { probeInWords } from './probeInWords';
import { untilStopped } from './untilStopped';

export interface ProbeWishes {
  readonly timeoutMs: number;
  /** Whether the merchant pays one cent, which is given back. */
  readonly charge: boolean;
  /** Whether a page is opened for the questions that only a browser can answer. */
  readonly browser: boolean;
  /** Where the probe is written; by default `iotpay-probe-<date>.json`. */
  readonly output: string | undefined;
}

/** How long the page waits for something to happen, and how long the doctor waits for the merchant. */
const waitMs = 3000;
const patienceMs = 15 * 60_000;

/**
 * Probes a gateway, writes the answers to a file, and returns the lines to print.
 *
 * @throws UsageError for production, for a gateway that does not answer, and for a file that can't be written.
 * @throws Interrupted at Ctrl-C.
 */
export async function runProbe(
  access: GatewayAccess,
  wishes: ProbeWishes,
  terminal: Terminal,
): Promise<string[]> {
  if (access.environment === 'production') {
    throw new UsageError('--probe is for development and the sandbox: it opens orders of one cent.');
  }
  const { askBrowserWith, askNoBrowser, compareProbe, takeProbe, usualBehaviour } =
    await import('../../doctor/probing');
  const askBrowser = wishes.browser
    ? askBrowserWith({
        openPage(url) {
          terminal.error(
            `Open this page in a browser of this computer, if it does not open by itself:\n${url}`,
          );
          openInBrowser(url);
        },
        charge: wishes.charge,
        waitMs,
        patienceMs,
        stop: terminal.stop,
        say: (line) => terminal.error(line),
      })
    : askNoBrowser;
  const probing = takeProbe({ ...access, timeoutMs: wishes.timeoutMs }, askBrowser);
  const probe = await untilStopped(probing, terminal.stop);
  if (probe.answers.unknownOrder === undefined) {
    throw new UsageError('The gateway does not answer: run iotpay doctor without --probe to learn why.');
  }
  const file = wishes.output ?? `iotpay-probe-${probe.takenAt.slice(0, 10)}.json`;
  await writeFile(file, `${JSON.stringify(probe, null, 2)}\n`).catch((error: unknown) => {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`The probe can't be written (${code}): give another --output.`);
  });
  return probeInWords(probe, compareProbe(probe, usualBehaviour), file);
}
