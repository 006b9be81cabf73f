import type { ConsoleRefusal } from '../../../consoleApi/state';

type Method = 'GET' | 'POST' | 'DELETE';

/** Nothing on this computer takes longer, but a scenario that waits for the shop. */
const patienceMs = 120_000;

async function reasonOf(response: Response): Promise<string> {
  const refusal = (await response.json().catch(() => ({}))) as Partial<ConsoleRefusal>;
  return refusal.error ?? `HTTP ${response.status}`;
}

async function ask<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    signal: AbortSignal.timeout(patienceMs),
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) throw new Error(await reasonOf(response));
  return (await response.json()) as Answer;
}

/** The console's calls. Each rejects with the sandbox's own words when it refuses, or a `TypeError` when it is gone. */
export const request = {
  get: <Answer>(path: string) => ask<Answer>('GET', path),
  post: <Answer>(path: string, body: unknown = {}) => ask<Answer>('POST', path, body),
  remove: <Answer>(path: string) => ask<Answer>('DELETE', path),
};

/** An error of such a call, in words. */
export function reasonIn(error: unknown): string {
  if (error instanceof TypeError) return 'The sandbox does not answer.';
  return error instanceof Error ? error.message : String(error);
}
