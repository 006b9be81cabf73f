import { version } from '../../../package.json';
import type { GatewayAnswers } from '../../sandbox/likeness/gatewayAnswers';
import { type Probe, readProbe } from '../../sandbox/likeness/probe';
import { type GatewaySettings, withMeantKey } from '../settings';
import { askCalls } from './askCalls';
import { askRefusals } from './askRefusals';
import { askSigning } from './askSigning';
import { createInterview, type Interview } from './interview';
import type { ShopAddresses } from './openOrder';

/** How the questions are asked that only a browser can answer; it learns what it can, and whether something was charged. */
export type AskBrowser = (
  interview: Interview,
  addresses: ShopAddresses,
) => Promise<{ readonly charged: boolean }>;

/** The addresses of a shop that does not exist. They are never used, because the orders stay unpaid. */
const nowhere: ShopAddresses = {
  notifyUrl: 'https://shop.invalid/iotpay/notify',
  returnUrl: 'https://shop.invalid/iotpay/return',
};

/**
 * Asks a gateway everything that docs/gateway-contract.md leaves unclear. A few orders of one cent are opened, and none is paid, unless
 * `askBrowser` lets the merchant pay one.
 *
 * @throws RangeError for the production gateway.
 */
export async function takeProbe(
  given: GatewaySettings,
  askBrowser?: AskBrowser,
  addresses: ShopAddresses = nowhere,
): Promise<Probe> {
  if (given.environment === 'production') throw new RangeError('The production gateway is not probed.');
  const settings = withMeantKey(given);
  const interview = createInterview(settings);
  await askRefusals(interview, addresses);
  await askSigning(interview);
  await askCalls(interview, addresses);
  const { charged } = (await askBrowser?.(interview, addresses)) ?? { charged: false };
  return readProbe({
    format: 'iotpay-probe',
    version: 1,
    takenAt: new Date().toISOString(),
    askedBy: `react-iotpay ${version}`,
    environment: settings.environment,
    charged,
    answers: interview.answers,
    unknown: interview.unknown,
  } satisfies { answers: GatewayAnswers } & Record<string, unknown>);
}
