import type { Finding } from '../../doctor/finding';

/** The doctor's lines for a terminal: what was looked at, how that went, and below it what to do. */
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
