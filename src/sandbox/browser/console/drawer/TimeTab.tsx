import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { clockLabels, formatDuration } from '../labels/clockLabels';
import { formatTimeOfDay } from '../labels/formatTime';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';
import { SandboxClock } from '../parts/SandboxClock';
import { ClockSlider } from './ClockSlider';

const leaps = [60_000, 3_600_000, 86_400_000];

/** The sandbox's time, which everything that waits obeys. */
export function TimeTab() {
  const { say, model, preferences } = useConsole();
  const { state } = model;
  if (!state) return null;
  const advance = (ms: number) => async () => {
    await request.post(consolePaths.advance, { ms });
    return 'The time was moved on.';
  };
  const settleAll = async () => {
    const { settled } = await request.post<{ settled: readonly string[] }>(consolePaths.settle);
    return `Settled ${settled.length} payments.`;
  };
  return (
    <>
      <p className="sandbox-time">
        <SandboxClock time={state.time} />
      </p>
      <p className="hint">
        {state.time.nextDue === undefined
          ? say('Nothing is due.')
          : `${say('Next due:')} ${formatTimeOfDay(state.time.nextDue, preferences.language)}`}
      </p>
      <div className="buttons">
        {leaps.map((ms) => (
          <CommandButton key={ms} work={advance(ms)}>{`+${formatDuration(ms)}`}</CommandButton>
        ))}
        <CommandButton work={settleAll}>{say('Settle all')}</CommandButton>
      </div>
      <section aria-label={say('Clocks')}>
        <h3>{say('Clocks')}</h3>
        {Object.keys(clockLabels).map((name) => {
          const value = state.clocks[name];
          return (
            value !== undefined && <ClockSlider key={`${name} ${String(value)}`} name={name} value={value} />
          );
        })}
      </section>
    </>
  );
}
