import { asRecord, textOf } from '../../../contract/wire';
import { redact } from '../../secrets';

/** An error of the shop in one line, with its causes. Text that looks like a `sign` or a `secureId` is blotted out. */
export function describeError(error: unknown): string {
  try {
    return redact(chain(error).join(', because '), []);
  } catch {
    return 'an error that can not be read';
  }
}

function chain(error: unknown, depth = 3): string[] {
  const { name, message, code, cause, errors } = asRecord(error);
  const what = textOf(message) ?? textOf(code) ?? textOf(error);
  const own = [textOf(name), what].filter((part) => part !== undefined).join(': ');
  // If a connection was refused at each address of a host, the error has no message, and holds one error for each
  // address.
  const inner: unknown = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  return [own || 'something that is no error', ...(inner && depth > 1 ? chain(inner, depth - 1) : [])];
}
