import type { DrawerTab } from '../drawer/Drawer';
import { SnippetBlock } from '../drawer/SnippetBlock';
import { useConsole } from '../parts/ConsoleContext';

/** In the place of an order, while none is chosen: what this is, and how it begins. */
export function Welcome({ onOpen }: { onOpen: (tab: DrawerTab) => void }) {
  const { say, model } = useConsole();
  return (
    <section className="pane welcome" aria-label={say('Welcome')}>
      <h2>{model.orders.length === 0 ? say('No payment yet') : say('Choose an order')}</h2>
      <p>
        {say(
          'A stand-in for the IOTPay card gateway: the hosted script, the card form, the signed API and its notifications. It takes only its own test cards and never moves money.',
        )}
      </p>
      <div className="buttons">
        <button type="button" className="button" data-kind="primary" onClick={() => onOpen('launch')}>
          {say('Open a payment')}
        </button>
        <button type="button" className="button" onClick={() => onOpen('scenarios')}>
          {say('Play a scenario')}
        </button>
      </div>
      <SnippetBlock />
    </section>
  );
}
