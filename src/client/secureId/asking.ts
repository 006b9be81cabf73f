import type { SecureIdAnswer, SecureIdRequest } from './secureIdAnswer';

/** How one component asks for one key. When the component goes on to another key, this keeps asking for the old one. */
export interface Asking {
  readonly key: string;
  /** Takes the component's latest request, and how long an answer may take, in milliseconds. */
  readonly update: (request: SecureIdRequest, timeoutMs: number) => void;
  readonly request: (context: { signal: AbortSignal }) => Promise<SecureIdAnswer>;
  readonly timeoutMs: () => number;
}

export function createAsking(key: string): Asking {
  let latest: SecureIdRequest;
  let latestTimeoutMs: number;
  return {
    key,
    update(request, timeoutMs) {
      latest = request;
      latestTimeoutMs = timeoutMs;
    },
    request: (context) => latest(context),
    timeoutMs: () => latestTimeoutMs,
  };
}
