import { type Terminal, UsageError } from '../command';
import { startConversation } from '../keys/conversation';

/**
 * Asks twice before anything goes to the production gateway with the merchant's real key. A script answers with `--yes --yes`.
 *
 * @throws UsageError for a no, or where there is no terminal to ask at.
 * @throws Interrupted at Ctrl-C.
 */
export async function confirmProduction(mchId: string, yes: number, terminal: Terminal): Promise<void> {
  if (yes >= 2) return;
  const device = terminal.openPrompt();
  if (!device) {
    throw new UsageError(
      'It asks twice before it uses production, and nobody is there to ask: give --yes --yes.',
    );
  }
  const conversation = startConversation(device, terminal.stop);
  try {
    const question = 'This asks the PRODUCTION gateway, with your real key. It only reads. Go on? (yes/no) ';
    if ((await conversation.ask(question)).toLowerCase() !== 'yes') throw refused();
    if ((await conversation.ask('To be sure, type the mchId that it asks for: ')) !== mchId) throw refused();
  } finally {
    conversation.end();
    device.close();
  }
}

function refused(): UsageError {
  return new UsageError('Nothing was asked.');
}
