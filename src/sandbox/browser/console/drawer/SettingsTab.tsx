import { useState } from 'react';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';
import { CopyButton } from '../parts/CopyButton';
import { Looks } from './Looks';

/** What a shop is configured with, example orders, a clean start, and files for others. */
export function SettingsTab() {
  const { say, model } = useConsole();
  const { state } = model;
  const [seed, setSeed] = useState('3 paid, 1 refunded, 1 unknown');
  if (!state) return null;
  const { baseUrl, scriptUrl, mchId, loginName, merchantKey, trusted } = state.settings;
  const settings = Object.entries({ baseUrl, scriptUrl, mchId, loginName, merchantKey });
  const plant = async () => {
    const { mchOrderNos } = await request.post<{ mchOrderNos: readonly string[] }>(consolePaths.seed, {
      text: seed,
    });
    return `Made ${mchOrderNos.length} orders.`;
  };
  const reset = async () => {
    await request.post(consolePaths.reset);
    return 'Reset. It can be undone.';
  };
  const undo = async () => {
    await request.post(consolePaths.undo);
    return 'What the reset forgot is back.';
  };
  return (
    <>
      <h3>{say('For your shop')}</h3>
      <dl className="facts">
        {settings.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code> <CopyButton text={value} what={name} />
            </dd>
          </div>
        ))}
        {trusted.length > 0 && (
          <div>
            <dt>--trust</dt>
            <dd>{trusted.join(', ')}</dd>
          </div>
        )}
      </dl>
      <section aria-label={say('Example orders')}>
        <h3>{say('Example orders')}</h3>
        <div className="form">
          <label>
            {say('How many of which')}
            <input
              className="input"
              value={seed}
              onChange={({ target }) => setSeed(target.value)}
              lang="en"
            />
          </label>
          <CommandButton work={plant}>{say('Make them')}</CommandButton>
        </div>
      </section>
      <section aria-label={say('Start again')}>
        <h3>{say('Start again')}</h3>
        <div className="buttons">
          <CommandButton kind="danger" work={reset}>
            {say('Reset')}
          </CommandButton>
          <CommandButton work={undo} isDisabled={!state.canUndo}>
            {say('Undo the reset')}
          </CommandButton>
        </div>
      </section>
      <section aria-label={say('Export')}>
        <h3>{say('Export')}</h3>
        <div className="buttons">
          <a className="button" href={consolePaths.exportJson} download>
            JSON
          </a>
          <a className="button" href={consolePaths.exportHar} download>
            HAR
          </a>
        </div>
      </section>
      <Looks />
    </>
  );
}
