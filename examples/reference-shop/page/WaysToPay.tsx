import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Text } from './languages/fr';
import { say } from './languages/say';

export type Way = 'card' | 'unionPay' | 'saved';

const ways: readonly { way: Way; label: Text }[] = [
  { way: 'card', label: 'Pay by card' },
  { way: 'unionPay', label: 'Pay by UnionPay' },
  { way: 'saved', label: 'Saved cards' },
];

interface WaysToPayProps {
  chosen: Way;
  onChoose: (way: Way) => void;
  panels: Record<Way, ReactElement>;
}

/**
 * The ways to pay, as tabs. Arrow keys move, Enter or Space chooses: to choose is to ask for an order. A panel that was
 * opened stays in the page when another one is chosen, since a payment may be under way in it.
 */
export function WaysToPay({ chosen, onChoose, panels }: WaysToPayProps): ReactElement {
  const [opened, setOpened] = useState<readonly Way[]>([chosen]);
  const tabs = useRef(new Map<Way, HTMLButtonElement>());

  function choose(way: Way): void {
    setOpened((before) => (before.includes(way) ? before : [...before, way]));
    onChoose(way);
  }

  function move(event: KeyboardEvent, from: number): void {
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: ways.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = ways[(to + ways.length) % ways.length];
    if (next) tabs.current.get(next.way)?.focus();
  }

  return (
    <section aria-labelledby="ways-title" className="ways">
      <h2 id="ways-title">{say('How would you like to pay?')}</h2>
      <div role="tablist" aria-labelledby="ways-title" className="tabs">
        {ways.map(({ way, label }, index) => (
          <button
            key={way}
            ref={(tab) => {
              if (tab) tabs.current.set(way, tab);
            }}
            type="button"
            role="tab"
            id={`tab-${way}`}
            aria-controls={`panel-${way}`}
            aria-selected={way === chosen}
            tabIndex={way === chosen ? 0 : -1}
            onClick={() => choose(way)}
            onKeyDown={(event) => move(event, index)}
          >
            {say(label)}
          </button>
        ))}
      </div>
      {ways.map(({ way }) => (
        <div
          key={way}
          role="tabpanel"
          id={`panel-${way}`}
          aria-labelledby={`tab-${way}`}
          hidden={way !== chosen}
        >
          {opened.includes(way) && panels[way]}
        </div>
      ))}
    </section>
  );
}
