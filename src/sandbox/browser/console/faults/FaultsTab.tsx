import { useState } from 'react';
import { callSwitches, notificationSwitches, spans, spoiledCalls } from './faultLabels';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';
import { FaultToggle } from './FaultToggle';

type Span = keyof typeof spans;

/** The faults as switches. A switch goes off by itself once its fault has hit. */
export function FaultsTab() {
  const { say, model } = useConsole();
  const [call, setCall] = useState('cc_query');
  const [span, setSpan] = useState<Span>('once');
  const [isCarriedOut, setCarriedOut] = useState(false);
  const { limits } = spans[span];
  const endAll = async () => {
    await request.remove(consolePaths.faults);
    await request.remove(consolePaths.notificationFaults);
    return 'Nothing goes wrong any more.';
  };
  return (
    <>
      <div className="form">
        <label>
          {say('How long')}
          <select className="input" value={span} onChange={({ target }) => setSpan(target.value as Span)}>
            {Object.entries(spans).map(([value, { label }]) => (
              <option key={value} value={value}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('Of the call')}
          <select className="input" value={call} onChange={({ target }) => setCall(target.value)}>
            <option value="*">{say('Any call')}</option>
            {spoiledCalls.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <section aria-label={say('Next answers')}>
        <h3>{say('Next answers')}</h3>
        <label className="check">
          <input
            type="checkbox"
            checked={isCarriedOut}
            onChange={({ target }) => setCarriedOut(target.checked)}
          />
          {say('The call takes effect all the same, only its answer is lost')}
        </label>
        {callSwitches.map((one) => (
          <FaultToggle
            key={one.label}
            label={one.label}
            of="call"
            fault={{ call, ...one.fault, ...limits, carriedOut: isCarriedOut }}
          />
        ))}
      </section>
      <section aria-label={say('Next notifications')}>
        <h3>{say('Next notifications')}</h3>
        {notificationSwitches.map((one) => (
          <FaultToggle
            key={one.label}
            label={one.label}
            of="notification"
            fault={{ ...one.fault, ...limits }}
          />
        ))}
      </section>
      {(model.state?.faults.length ?? 0) > 0 && (
        <p>
          <CommandButton work={endAll}>{say('Switch all off')}</CommandButton>
        </p>
      )}
    </>
  );
}
