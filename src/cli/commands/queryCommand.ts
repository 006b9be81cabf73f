import { readFields } from '../../contract/wire';
import { isIotPayServerError } from '../../server/errors';
import { type Command, exitCodes, type Terminal, UsageError } from '../command';
import { type GatewayAccess, gatewayHelp, gatewayOptions, readGatewayAccess } from '../gateway/gatewayFlags';
import { orderInWords, refusalInWords } from '../gateway/orderInWords';
import { keyHelp, refuseKeyArguments } from '../keys/merchantKeys';
import { readFlags } from '../readFlags';
import { showInvisible } from '../../server/signing/explain/mask';

const help = `Usage: iotpay query [options] <mchOrderNo>

Asks the gateway how an order stands, and says what its answer proves. Nothing is charged or changed.

Options
  --json                 print the answer as JSON
${gatewayHelp}

${keyHelp}

Exit codes
  0    paid, or, for the number of a refund or void, given back
  1    nobody knows: pending, or the gateway does not know the order, or refused the question
  2    not asked, or no answer: a wrong option, no key, no connection
  3    failed: the order can't be paid any more
  130  Ctrl-C`;

/** Says how an order stands at the gateway. */
export const queryCommand: Command = {
  summary: 'ask the gateway how an order stands, and what that proves',
  help,
  async run(args, terminal) {
    refuseKeyArguments(args);
    const options = { ...gatewayOptions, json: { type: 'boolean' } } as const;
    const { values, positionals } = readFlags(args, options, 1, 'order number');
    const [mchOrderNo] = positionals;
    if (mchOrderNo === undefined)
      throw new UsageError('It takes the number of an order: iotpay query <mchOrderNo>.');
    const access = await readGatewayAccess(values, terminal);
    const { outcome, words, ...details } = await ask(mchOrderNo, access, terminal);
    const shown = showInvisible(words);
    terminal.out(
      values.json ? JSON.stringify({ mchOrderNo, outcome, words: shown, ...details }, null, 2) : shown,
    );
    return outcome === 'failed'
      ? exitCodes.failedByProof
      : outcome === 'unknown'
        ? exitCodes.notValid
        : exitCodes.done;
  },
};

/** @throws IotPayServerError where the gateway gave no answer, or the question can't be asked. */
async function ask(mchOrderNo: string, access: GatewayAccess, { stop }: Terminal) {
  const { createIotPay } = await import('../../server/gateway/createIotPay');
  const { environment, baseUrl, mchId, merchantKey } = access;
  const iotpay = createIotPay({
    environment: environment === 'sandbox' ? { baseUrl } : environment,
    mchId,
    // A query carries none, but a client is made for all calls.
    loginName: access.loginName || '-',
    merchantKey,
  });
  try {
    const order = await iotpay.query({ mchOrderNo }, { signal: stop });
    return { ...orderInWords(order), order: readFields(order) };
  } catch (error) {
    if (!isIotPayServerError(error) || !('retMsg' in error)) throw error;
    const { code, retMsg } = error;
    const said = retMsg === undefined ? '' : ` It says: "${retMsg}".`;
    return { outcome: 'unknown' as const, words: refusalInWords(mchOrderNo, code) + said, code, retMsg };
  }
}
