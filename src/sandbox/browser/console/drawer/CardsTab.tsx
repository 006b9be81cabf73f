import { useConsole } from '../parts/ConsoleContext';
import { CopyButton } from '../parts/CopyButton';
import { useFetched } from './useFetched';

const channels = [
  ['PF_CC', 'Card'],
  ['UPI_EX', 'UnionPay'],
] as const;

/** The cards that the sandbox takes, and what each of them does. */
export function CardsTab() {
  const { say } = useConsole();
  const cards = useFetched('cards')?.cards ?? [];
  return (
    <>
      <p>
        {say(
          'Any expiry date to come, any name, any security code. Other numbers are refused and kept nowhere.',
        )}
      </p>
      {channels.map(([channel, name]) => (
        <section key={channel} aria-label={name}>
          <h3>
            {name} <code>{channel}</code>
          </h3>
          <ul className="cards">
            {cards
              .filter((card) => card.channel === channel)
              .map(({ number, brand, title, behaviour }) => (
                <li key={number}>
                  <p>
                    <strong>{say(title)}</strong> <span className="hint">{brand}</span>
                  </p>
                  <code>{number}</code>
                  <p className="hint">{say(behaviour)}</p>
                  <CopyButton text={number} what={number} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
