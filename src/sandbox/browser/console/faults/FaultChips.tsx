import type { ActiveFault } from '../../../consoleApi/commands';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { chipLabels } from './faultLabels';
import { formatTimeOfDay } from '../labels/formatTime';
import { useConsole } from '../parts/ConsoleContext';
import { useCommand } from '../parts/useCommand';

/** The faults that are still to come, each with a button that takes it away. */
export function FaultChips() {
  const { say, model } = useConsole();
  const faults = model.state?.faults ?? [];
  if (faults.length === 0) return null;
  return (
    <section className="top-chips" aria-label={say('Faults that are on')}>
      <ul className="chips">
        {faults.map((fault) => (
          <li key={fault.id}>
            <FaultChip fault={fault} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FaultChip({ fault }: { fault: ActiveFault }) {
  const { say, preferences } = useConsole();
  const { language } = preferences;
  const { run } = useCommand();
  const of = fault.of === 'call' ? (fault.call === '*' ? say('Any call') : fault.call) : say('Notification');
  const times = (fault.times ?? 1) > 1 ? ` ×${fault.times}` : '';
  const end = fault.until === undefined ? '' : `, ${say(`until ${formatTimeOfDay(fault.until, language)}`)}`;
  const name = `${of}: ${say(chipLabels[fault.kind])}${times}${end}`;
  const remove = () =>
    run(async () => {
      await request.remove(consolePaths.fault(fault.id));
      return undefined;
    });
  return (
    <span className="chip">
      {name}
      <button type="button" aria-label={say(`Switch off ${name}`)} onClick={remove}>
        ✕
      </button>
    </span>
  );
}
