import { type Terminal, UsageError } from '../command';
import { askLine } from '../keys/askLine';

/**
 * Asks twice before anything goes to the production gateway with the merchant's real key. A script answers with `--yes --yes`.
 *
 * @throws UsageError for a no, or where nobody is there to ask.
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
  try {
    const question = 'This asks the PRODUCTION gateway, with your real key. It only reads. Go on? (yes/no) ';
    if ((await askLine(question, device, terminal.stop)).toLowerCase() !== 'yes') throw refused();
    const again = 'To be sure, type the mchId that it asks for: ';
    if ((await askLine(again, device, terminal.stop)) !== mchId) throw refused();
  } finally {
    device.close();
  }
}

function refused(): UsageError {
  return new UsageError('Nothing was asked.');
}
