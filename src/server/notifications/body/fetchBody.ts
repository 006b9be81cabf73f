import { readLimitedText } from '../../limitedText';
import type { NotificationBody } from './notificationBody';

/** A Fetch request's body, read up to a limit in bytes. */
export async function readFetchBody(request: Request, limit: number): Promise<NotificationBody> {
  if (request.bodyUsed || request.body?.locked) return { fault: 'already_read' };
  if (Number(request.headers.get('content-length')) > limit) return { fault: 'too_large' };
  try {
    return await readLimitedText(request.body, limit);
  } catch {
    return { fault: 'broken_off' };
  }
}
