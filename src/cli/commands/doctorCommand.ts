import { type Command, exitCodes, UsageError } from '../command';
import { confirmProduction } from '../gateway/confirmProduction';
import { findingsInWords } from '../gateway/findingsInWords';
import { gatewayHelp, gatewayOptions, readGatewayAccess } from '../gateway/gatewayFlags';
import { runProbe } from '../gateway/runProbe';
import { untilStopped } from '../gateway/untilStopped';
import { keyHelp, refuseKeyArguments } from '../keys/merchantKeys';
import { readFlags } from '../readFlags';
import { showInvisible } from '../../server/signing/explain/mask';

const help = `Usage: iotpay doctor [options]

Says whether a shop's set-up is right, line by line, and what to do. Nothing is charged.

Options
${gatewayHelp}
  --notify-url <url>     where IOTPay reports payments: a forged notification is posted there
  --return-url <url>     where customers are sent after a payment
  --checkout-url <url>   the page that shows the card form: its policy and scripts are looked at
  --folder <path>        the shop's folder, for the versions of its packages (.)
  --timeout <seconds>    how long one answer may take (10)
  --json                 print the lines as JSON
  --yes                  twice: go on with production without asking; it is only read there

Options to learn how a gateway differs from the sandbox
  --probe                ask everything that IOTPay's documentation leaves open, and write the answers,
                         with every secret blotted out, to a file. It opens orders of one cent that
                         nobody pays, and a page in your browser that tries the hosted script
  --charge               with --probe: you pay one cent on that page, and it is given back
  --no-browser           with --probe: open no page, and ask nothing that needs one
  --output <file>        with --probe: the file (iotpay-probe-<date>.json)

${keyHelp}

Exit codes
  0    nothing failed, or the probe was written
  1    something failed
  2    not examined: a wrong option, no key
  130  Ctrl-C`;

const options = {
  ...gatewayOptions,
  'notify-url': { type: 'string' },
  'return-url': { type: 'string' },
  'checkout-url': { type: 'string' },
  folder: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  yes: { type: 'boolean', multiple: true },
  probe: { type: 'boolean' },
  charge: { type: 'boolean' },
  'no-browser': { type: 'boolean' },
  output: { type: 'string' },
} as const;

/** Says whether a shop's set-up is right. */
export const doctorCommand: Command = {
  summary: "say whether a shop's set-up is right, and what to do",
  help,
  async run(args, terminal) {
    refuseKeyArguments(args);
    const { values } = readFlags(args, options, 0);
    const timeoutMs = readTimeout(values.timeout);
    if (!values.probe && (values.charge || values['no-browser'] || values.output !== undefined)) {
      throw new UsageError('--charge, --no-browser and --output belong to --probe.');
    }
    if (values.charge && values['no-browser']) {
      throw new UsageError('You pay in a browser: give --charge or --no-browser.');
    }
    const access = await readGatewayAccess(values, terminal);
    if (values.probe) {
      const { charge = false, 'no-browser': without = false, output } = values;
      terminal.out(
        showLines(await runProbe(access, { timeoutMs, charge, browser: !without, output }, terminal)),
      );
      return exitCodes.done;
    }
    if (access.environment === 'production') {
      await confirmProduction(access.mchId, values.yes?.length ?? 0, terminal);
    }
    const { examine } = await import('../../doctor/examine');
    const examination = examine({
      ...access,
      timeoutMs,
      notifyUrl: values['notify-url'],
      returnUrl: values['return-url'],
      checkoutUrl: values['checkout-url'],
      folder: values.folder ?? '.',
      env: terminal.env,
    });
    const findings = await untilStopped(examination, terminal.stop);
    const { environment, baseUrl, mchId } = access;
    terminal.out(
      values.json
        ? JSON.stringify({ environment, baseUrl, mchId, findings }, null, 2)
        : showLines(findingsInWords(findings, `${environment} (${baseUrl}), merchant ${mchId}`)),
    );
    return findings.some(({ status }) => status === 'failed') ? exitCodes.notValid : exitCodes.done;
  },
};

function readTimeout(seconds = '10'): number {
  if (/^\d{1,3}$/.test(seconds) && Number(seconds) > 0) return Number(seconds) * 1000;
  throw new UsageError('--timeout takes a number of seconds from 1 to 999.');
}

function showLines(lines: readonly string[]): string {
  return lines.map(showInvisible).join('\n');
}
