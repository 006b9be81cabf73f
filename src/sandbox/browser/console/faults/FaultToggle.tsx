import type { ActiveFault } from '../../../consoleApi/commands';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { useConsole } from '../parts/ConsoleContext';
import { useCommand } from '../parts/useCommand';

interface FaultToggleProps {
  readonly label: string;
  readonly of: ActiveFault['of'];
  /** The command that switches it on. */
  readonly fault: Readonly<Record<string, unknown>>;
}

/** One fault as a switch. It is on as long as the sandbox still has one like it to come. */
export function FaultToggle({ label, of, fault }: FaultToggleProps) {
  const { say, model } = useConsole();
  const { isBusy, run } = useCommand();
  const active = (model.state?.faults ?? []).filter(
    (one) =>
      one.of === of && one.kind === fault.kind && (one.of === 'notification' || one.call === fault.call),
  );
  const isOn = active.length > 0;
  const toggle = () =>
    run(async () => {
      if (isOn) await Promise.all(active.map(({ id }) => request.remove(consolePaths.fault(id))));
      else await request.post(of === 'call' ? consolePaths.faults : consolePaths.notificationFaults, fault);
      return undefined;
    });
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={isOn}
      aria-disabled={isBusy || undefined}
      onClick={toggle}
    >
      <span className="switch-track" aria-hidden="true" />
      {say(label)}
    </button>
  );
}
