import { type Probe, readProbe } from '../../sandbox/likeness/probe';
import { type Terminal, UsageError } from '../command';
import { readInput } from '../input/readInput';

/**
 * Reads what `iotpay doctor --probe` has written.
 *
 * @throws UsageError for a file that can't be read or is no JSON, IotPayError `invalid_config` for one that is no probe.
 */
export async function readProbeFile(file: string, terminal: Terminal): Promise<Probe> {
  const text = await readInput(file, terminal);
  try {
    return readProbe(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError('The file of --like is no JSON.');
    throw error;
  }
}
