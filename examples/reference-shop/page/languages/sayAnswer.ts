import { fr, type Text } from './fr';
import { say } from './say';

const isText = (text: string): text is Text => Object.hasOwn(fr, text);

/** Those that the server has put a value into. */
const templates: readonly Text[] = ['The gateway says: {}', 'We can send between 0 and {} of each thing.'];

/**
 * Says what the server or IOTPay wrote: names, taxes, errors and reasons. They come in English, and some codes stand for
 * several texts; so it is the text that is looked up. Words that the shop doesn't know stay as they are.
 */
export function sayAnswer(answer: string): string {
  if (isText(answer)) return say(answer);
  for (const template of templates) {
    const [before = '', after = ''] = template.split('{}');
    if (answer.startsWith(before) && answer.endsWith(after)) {
      return say(template, sayAnswer(answer.slice(before.length, answer.length - after.length)));
    }
  }
  return answer;
}
