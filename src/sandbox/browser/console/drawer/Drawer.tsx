import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useConsole } from '../parts/ConsoleContext';
import { CardsTab } from './CardsTab';
import { FaultsTab } from '../faults/FaultsTab';
import { LaunchTab } from './LaunchTab';
import { ScenariosTab } from './ScenariosTab';
import { SettingsTab } from './SettingsTab';
import { TimeTab } from './TimeTab';

export const drawerTabs = ['launch', 'cards', 'faults', 'time', 'scenarios', 'settings'] as const;
export type DrawerTab = (typeof drawerTabs)[number];

export const tabLabels: Readonly<Record<DrawerTab, string>> = {
  launch: 'New payment',
  cards: 'Test cards',
  faults: 'Faults',
  time: 'Time',
  scenarios: 'Scenarios',
  settings: 'Settings',
};

interface DrawerProps {
  readonly tab: DrawerTab;
  readonly onTab: (tab: DrawerTab) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel at the side with the settings and tools. The browser keeps the focus in it and closes it on Escape. */
export function Drawer({ tab, onTab, onClose, children }: DrawerProps) {
  const { say } = useConsole();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  // On a narrow screen the tabs don't all fit.
  useEffect(() => {
    // Chromium gives a promise, which an effect must not return.
    document.getElementById(`tab-${tab}`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab]);

  const turn = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const place = (drawerTabs.indexOf(tab) + by + drawerTabs.length) % drawerTabs.length;
    const next = drawerTabs[place] ?? tab;
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <dialog ref={dialog} className="drawer" aria-label={say(tabLabels[tab])} onClose={onClose}>
      <div className="drawer-head">
        <div className="tabs" role="tablist" onKeyDown={turn}>
          {drawerTabs.map((one) => (
            <button
              key={one}
              id={`tab-${one}`}
              type="button"
              role="tab"
              aria-selected={one === tab}
              aria-controls="drawer-panel"
              tabIndex={one === tab ? 0 : -1}
              onClick={() => onTab(one)}
            >
              {say(tabLabels[one])}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="button"
          aria-label={say('Close')}
          onClick={() => dialog.current?.close()}
        >
          ✕
        </button>
      </div>
      <div id="drawer-panel" className="drawer-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'launch' && <LaunchTab onLaunched={() => dialog.current?.close()} />}
        {tab === 'cards' && <CardsTab />}
        {tab === 'faults' && <FaultsTab />}
        {tab === 'time' && <TimeTab />}
        {tab === 'scenarios' && <ScenariosTab />}
        {tab === 'settings' && <SettingsTab />}
      </div>
      {children}
    </dialog>
  );
}
