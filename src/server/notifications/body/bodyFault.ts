import type { NotificationRejection } from '../notificationOutcome';
import { reject } from '../problems/rejection';
import type { BodyFault } from './notificationBody';

/** The rejection of a body that can't be read, with what to do about it. */
export function describeBodyFault(fault: BodyFault, limit: number): NotificationRejection {
  switch (fault) {
    case 'too_large':
      return reject('too_large', `The body is longer than ${limit} bytes.`);
    case 'not_utf8':
      return reject('malformed', 'The body is not UTF-8.');
    case 'broken_off':
      return reject('malformed', 'The body broke off before its end.');
    case 'no_object':
      return reject('malformed', 'The body was parsed into something that is no list of named fields.');
    case 'already_read':
      return reject(
        'body_already_read',
        'Something has read the body before this handler and left nothing of it: mount the handler before the body parser, ' +
          'or pass what the parser made of it as request.body, or to receive().',
      );
  }
}
