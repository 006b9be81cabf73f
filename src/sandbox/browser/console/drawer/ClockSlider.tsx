import { useState } from 'react';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { clockLabels, clockSteps, formatDuration, stepFor } from '../labels/clockLabels';
import { useConsole } from '../parts/ConsoleContext';
import { useCommand } from '../parts/useCommand';

/** One clock. Durations go up in steps, from nothing to a day; `polls` is a number. It is set when the slider is let go. */
export function ClockSlider({ name, value }: { name: string; value: number }) {
  const { say } = useConsole();
  const { run } = useCommand();
  const isDuration = name.endsWith('Ms');
  const kept = isDuration ? stepFor(value) : value;
  const [place, setPlace] = useState(kept);
  const chosen = place === kept ? value : isDuration ? (clockSteps[place] ?? value) : place;
  const text = isDuration ? formatDuration(chosen) : String(chosen);
  const set = () => {
    if (chosen === value) return;
    run(async () => {
      await request.post(consolePaths.clocks, { [name]: chosen });
      return undefined;
    });
  };
  return (
    <label className="clock">
      <span>{say(clockLabels[name] ?? name)}</span>
      <output>{text}</output>
      <input
        type="range"
        min={isDuration ? 0 : 1}
        max={isDuration ? clockSteps.length - 1 : 60}
        value={place}
        aria-valuetext={text}
        onChange={({ target }) => setPlace(Number(target.value))}
        onPointerUp={set}
        onKeyUp={set}
        onBlur={set}
      />
    </label>
  );
}
