import { drawerTabs, tabLabels, type DrawerTab } from '../drawer/Drawer';
import { formatDuration } from '../labels/clockLabels';
import { useConsole } from '../parts/ConsoleContext';
import { RouteLink } from '../parts/RouteLink';
import { Mark } from './Mark';

/** The top: whether the sandbox is there, and the way to everything in the drawer. */
export function Header({ onOpen }: { onOpen: (tab: DrawerTab) => void }) {
  const { say, model } = useConsole();
  const { connection, state } = model;
  const words = {
    connecting: 'Connecting…',
    live: 'Live',
    gone: 'Not answering, retrying',
  }[connection];
  const ahead = state?.time.aheadMs ?? 0;
  return (
    <header className="top">
      <h1>
        <RouteLink to={{}}>
          <Mark /> <span>{say('IOTPay sandbox')}</span>
        </RouteLink>
      </h1>
      <p className="connection" role="status" data-connection={connection}>
        {say(words)}
      </p>
      {ahead > 0 && <span className="badge" data-tone="wait">{`+${formatDuration(ahead)}`}</span>}
      {state?.isRecording === true && (
        <span className="badge" data-tone="bad">
          {say('Recording')}
        </span>
      )}
      {state?.isPlaying === true && (
        <span className="badge" data-tone="wait">
          {say('Playing')}
        </span>
      )}
      <nav aria-label={say('Tools')}>
        {drawerTabs.map((tab) => (
          <button
            key={tab}
            type="button"
            className="button"
            data-kind={tab === 'launch' ? 'primary' : 'plain'}
            aria-haspopup="dialog"
            onClick={() => onOpen(tab)}
          >
            {say(tabLabels[tab])}
          </button>
        ))}
      </nav>
    </header>
  );
}
