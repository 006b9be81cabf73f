import type { Finding } from '../../doctor/finding';

/** The doctor's lines for a terminal: the name of each check, its result, and the advice below it. */
export function findingsInWords(findings: readonly Finding[], subject: string): string[] {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  return [
    `iotpay doctor: ${subject}`,
    '',
    ...findings.flatMap(({ check, status, message, advice }) => [
      `${status.padEnd(7)}  ${check.padEnd(width)}  ${message}`,
      ...(advice === undefined ? [] : [`${' '.repeat(width + 11)}→ ${advice}`]),
    ]),
    '',
    `${count('passed')} passed, ${count('failed')} failed, ${count('unknown')} unknown`,
  ];
}
