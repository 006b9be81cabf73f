import { useState } from 'react';
import { consolePaths } from '../../../consoleApi/paths';
import type { PlayResult } from '../../../consoleApi/scenario';
import { request } from '../core/request';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';
import { ScenarioFiles } from './ScenarioFiles';
import { useFetched } from './useFetched';

/** Stories to play: those that come with the package, one from a file, one that is recorded here. */
export function ScenariosTab() {
  const { say, model } = useConsole();
  const scenarios = useFetched('scenarios')?.scenarios ?? [];
  const [doesKeep, setKeep] = useState(false);
  const isPlaying = model.state?.isPlaying ?? false;
  const play = (scenario: unknown) => async () => {
    const { events } = await request.post<PlayResult>(consolePaths.play, { scenario, keep: doesKeep });
    return `Played: ${events.length} events.`;
  };
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={doesKeep} onChange={({ target }) => setKeep(target.checked)} />
        {say('Keep what the sandbox has; otherwise it is reset first, which can be undone')}
      </label>
      <ul className="cards">
        {scenarios.map(({ name, description, steps }) => (
          <li key={name}>
            <p>
              <strong>{say(name)}</strong>
            </p>
            {description !== undefined && <p className="hint">{say(description)}</p>}
            <CommandButton work={play(name)} isDisabled={isPlaying}>
              {say(`Play ${steps.length} steps`)}
            </CommandButton>
          </li>
        ))}
      </ul>
      <ScenarioFiles play={play} />
    </>
  );
}
