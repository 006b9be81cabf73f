import type { PlayOptions, PlayResult } from '../consoleApi/scenario';
import type { SandboxConsole } from '../consoleApi/sandboxConsole';
import { refuse } from '../control/refuse';
import type { Gateway } from '../gateway';
import { ownNotifyPath, ownReturnPath } from '../shop/ownShop';
import { createSignedCall } from '../shop/signedCall';
import { packagedScenarios } from './packagedScenarios';
import { playStep, type Stage } from './player';
import { readScenario, type CheckedScenario } from './scenarioSchema';

/** The scenario that was given, or the one of this name that comes with the package. */
function chooseScenario(given: unknown): CheckedScenario {
  if (typeof given !== 'string') return readScenario(given);
  const wanted = given.toLowerCase().replace(/[\s-]+/g, ' ');
  const found = packagedScenarios.find(({ name }) => name.toLowerCase() === wanted);
  if (found) return readScenario(found);
  const names = packagedScenarios.map(({ name }) => name).join(', ');
  throw refuse('not_found', `There is no scenario of this name. With the package come: ${names}.`);
}

/**
 * Plays a scenario: the sandbox is the shop and the customer, and its time stands still but where the scenario moves it, so
 * that the same file gives the same events each time.
 */
export async function playScenario(
  gateway: Gateway,
  commands: SandboxConsole,
  url: string,
  given: unknown,
  options: PlayOptions,
): Promise<PlayResult> {
  const scenario = chooseScenario(given);
  const { time, numbers, journal, credentials } = gateway;
  if (options.keep !== true) commands.reset();
  const before = journal.lastId();
  time.freeze(scenario.start === undefined ? undefined : Date.parse(scenario.start));
  numbers.seed(scenario.seed ?? 1);
  const { returnUrl } = options;
  const stage: Stage = {
    gateway,
    console: commands,
    call: createSignedCall(() => url, credentials),
    url,
    notifyUrl: options.notifyUrl ?? `${url}${ownNotifyPath}`,
    returnUrl: (mchOrderNo) => returnUrl ?? `${url}${ownReturnPath(mchOrderNo)}`,
  };
  try {
    for (const step of scenario.steps) {
      await playStep(step, stage);
      // Work that is due at once belongs to the step, e.g. the notification of a payment.
      await time.advance(0);
    }
    // Before the time goes on, so that it is told at the same moment each time.
    journal.append({ type: 'control', action: 'played', message: `Played "${scenario.name}".` });
  } finally {
    numbers.seed();
    time.thaw();
  }
  return { events: journal.after(before, Infinity).map(({ event }) => event) };
}
