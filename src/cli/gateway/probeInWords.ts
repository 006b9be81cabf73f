import type { Difference } from '../../doctor/probe/compareProbe';
import type { Probe } from '../../sandbox/likeness/probe';

/** A probe's result for a terminal: the open questions, and where the sandbox differs. */
export function probeInWords(
  { answers, unknown }: Probe,
  differences: readonly Difference[],
  file: string,
): string[] {
  const reasons = Object.entries(unknown);
  const isKeyInDoubt = unknown.emptyFields !== undefined && unknown.lowerCaseSign !== undefined;
  return [
    `${Object.keys(answers).length} questions are answered, in ${file}. Every secret is blotted out of it; look it through all the same before you attach it to an issue.`,
    ...(isKeyInDoubt
      ? [
          '',
          'The gateway says the same to your key as to a wrong one: run iotpay doctor without --probe first.',
        ]
      : []),
    ...(reasons.length === 0 ? [] : ['', `${reasons.length} have no answer`]),
    ...reasons.map(([question, why]) => `  ${question}: ${why}`),
    '',
    differences.length === 0
      ? 'The sandbox answers all of them in the same way.'
      : `The sandbox answers ${differences.length} of them otherwise. \`iotpay sandbox --like ${file}\` behaves like this gateway, as far as it can.`,
    ...differences.flatMap(({ question, words, gateway, sandbox }) => [
      `  ${question}: ${words}`,
      `    the gateway  ${JSON.stringify(gateway)}`,
      `    the sandbox  ${JSON.stringify(sandbox)}`,
    ]),
  ];
}
