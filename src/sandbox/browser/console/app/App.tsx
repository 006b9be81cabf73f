import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Following } from '../core/followSandbox';
import type { PreferenceStore } from '../core/preferences';
import type { Router } from '../core/route';
import { Drawer, type DrawerTab } from '../drawer/Drawer';
import { Inspector } from '../inspector/Inspector';
import { sayInConsole } from '../languages/consoleLanguage';
import { ListPane } from '../list/ListPane';
import { OrderPane } from '../order/OrderPane';
import { ConsoleContext } from '../parts/ConsoleContext';
import { Announcement } from './Announcement';
import { FaultChips } from '../faults/FaultChips';
import { Header } from './Header';
import { Welcome } from './Welcome';

interface AppProps {
  readonly model: Following['model'];
  readonly router: Router;
  readonly preferences: PreferenceStore;
}

/** The whole console. A narrow screen shows one pane: the innermost that the address names. */
export function App({ model: source, router, preferences: store }: AppProps) {
  const model = useSyncExternalStore(source.subscribe, source.get);
  const route = useSyncExternalStore(router.subscribe, router.get);
  const preferences = useSyncExternalStore(store.subscribe, store.get);
  const [tab, setTab] = useState<DrawerTab>();
  const [announced, announce] = useState('');
  const forget = useCallback(() => announce(''), []);
  const say = sayInConsole(preferences.language);
  const { mchOrderNo, eventId } = route;
  const pane = eventId !== undefined ? 'event' : mchOrderNo !== undefined ? 'order' : 'list';
  const contents = {
    model,
    route,
    go: router.go,
    preferences,
    changePreferences: store.change,
    say,
    announce,
  };
  // What stands outside of an open drawer is not read out.
  const announcement = <Announcement text={announced} onRead={forget} />;
  return (
    <ConsoleContext value={contents}>
      <Header onOpen={setTab} />
      <FaultChips />
      <main data-pane={pane}>
        <ListPane />
        {mchOrderNo === undefined ? <Welcome onOpen={setTab} /> : <OrderPane mchOrderNo={mchOrderNo} />}
        {eventId !== undefined && <Inspector eventId={eventId} />}
      </main>
      {tab ? (
        <Drawer tab={tab} onTab={setTab} onClose={() => setTab(undefined)}>
          {announcement}
        </Drawer>
      ) : (
        announcement
      )}
    </ConsoleContext>
  );
}
