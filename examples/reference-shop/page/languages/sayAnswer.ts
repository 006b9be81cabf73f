import { fr, type Text } from './fr';
import { say } from './say';

const isText = (text: string): text is Text => Object.hasOwn(fr, text);

/** Those that the server has put a value into. */
const templates: readonly Text[] = ['We can send between 0 and {} of each thing.'];

function find(answer: string): string | undefined {
  if (isText(answer)) return say(answer);
  for (const template of templates) {
    const [before = '', after = ''] = template.split('{}');
    if (answer.startsWith(before) && answer.endsWith(after)) {
      return say(template, answer.slice(before.length, answer.length - after.length));
    }
  }
  return undefined;
}

/** Says what the server wrote: names and taxes. It writes English, and what the shop does not know stays as it is. */
export const sayAnswer = (answer: string): string => find(answer) ?? answer;

/** Says why the server refused something. A sentence that is not the shop's own is not meant for customers. */
export const sayError = (message: string): string => find(message) ?? say('Something went wrong.');
