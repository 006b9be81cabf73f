import { useRef } from 'react';
import { consolePaths } from '../../../consoleApi/paths';
import type { Scenario } from '../../../consoleApi/scenario';
import { request } from '../core/request';
import { CommandButton } from '../parts/CommandButton';
import { saveFile } from '../parts/saveFile';
import { useConsole } from '../parts/ConsoleContext';
import { useCommand } from '../parts/useCommand';

interface ScenarioFilesProps {
  readonly play: (scenario: unknown) => () => Promise<string>;
}

/** Plays a scenario from a file, and records one into a file. */
export function ScenarioFiles({ play }: ScenarioFilesProps) {
  const { say, model } = useConsole();
  const { run } = useCommand();
  const picker = useRef<HTMLInputElement>(null);
  const isRecording = model.state?.isRecording ?? false;
  const playFile = (file: File | undefined) => {
    if (!file) return;
    run(async () => play(JSON.parse(await file.text()))());
  };
  const record = async () => {
    await request.post(consolePaths.recording);
    return 'What is done from now on is recorded.';
  };
  const save = async () => {
    const scenario = await request.remove<Scenario>(consolePaths.recording);
    saveFile('scenario.json', scenario);
    return `Saved ${scenario.steps.length} steps as scenario.json.`;
  };
  return (
    <section aria-label={say('Scenario files')}>
      <h3>{say('Scenario files')}</h3>
      <p className="hint">
        {say('Record what you do, then play it here, in tests, or with iotpay sandbox --scenario.')}
      </p>
      <div className="buttons">
        {isRecording ? (
          <CommandButton kind="danger" work={save}>
            {say('Stop and save')}
          </CommandButton>
        ) : (
          <CommandButton work={record}>{say('Record')}</CommandButton>
        )}
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          {say('Play a file…')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          aria-label={say('Play a file…')}
          hidden
          onChange={({ target }) => {
            playFile(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
    </section>
  );
}
