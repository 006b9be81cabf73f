import { useId, useState } from 'react';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { clockLabels, clockSteps, formatDuration, scalePauses, stepFor } from '../labels/clockLabels';
import { useConsole } from '../parts/ConsoleContext';
import { useCommand } from '../parts/useCommand';

interface ClockSliderProps {
  readonly name: string;
  /** Milliseconds, a number of polls, or the pauses between attempts, of which the slider moves the first. */
  readonly value: number | readonly number[];
}

/** One clock. Durations go up in steps, from nothing to a day; `polls` is a number. It is set when the slider is let go. */
export function ClockSlider({ name, value }: ClockSliderProps) {
  const { say } = useConsole();
  const { run } = useCommand();
  const id = useId();
  const isDuration = name.endsWith('Ms');
  const first = typeof value === 'number' ? value : (value[0] ?? 0);
  const kept = isDuration ? stepFor(first) : first;
  const [place, setPlace] = useState(kept);
  const moved = isDuration ? (clockSteps[place] ?? first) : place;
  const chosen = place === kept ? value : typeof value === 'number' ? moved : scalePauses(value, moved);
  const text = isDuration ? [chosen].flat().map(formatDuration).join(', ') : String(chosen);
  const set = () => {
    if (chosen === value) return;
    run(async () => {
      await request.post(consolePaths.clocks, { [name]: chosen });
      return undefined;
    });
  };
  return (
    <div className="clock">
      <label htmlFor={id}>{say(clockLabels[name] ?? name)}</label>
      <output htmlFor={id}>{text}</output>
      <input
        id={id}
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
    </div>
  );
}
