import { useState } from 'react';
import type { Launched } from '../../../consoleApi/commands';
import { consolePaths } from '../../../consoleApi/paths';
import { centsOf } from '../core/cents';
import { request } from '../core/request';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';
import { launched } from '../parts/launched';
import { SnippetBlock } from './SnippetBlock';
import { useFetched } from './useFetched';

/** Opens a payment with a test card, without a line of code; and what one copies to open the next from a shop. */
export function LaunchTab({ onLaunched }: { onLaunched: () => void }) {
  const { say, go } = useConsole();
  const cards = useFetched('cards')?.cards ?? [];
  const [card, setCard] = useState('4242 4242 4242 4242');
  const [amount, setAmount] = useState('19.99');
  const cents = centsOf(amount);
  const chosen = cards.find(({ number }) => number === card);
  const launch = async () => {
    const payment = await request.post<Launched>(consolePaths.launch, { amount: cents, card });
    launched.set(payment);
    window.open(payment.payUrl, '_blank', 'noopener');
    go({ mchOrderNo: payment.mchOrderNo });
    onLaunched();
    return 'The payment is open in a new tab.';
  };
  return (
    <>
      <p>{say('The sandbox plays the shop: it opens an order and shows you the card page, filled in.')}</p>
      <div className="form">
        <label>
          {say('Test card')}
          <select className="input" value={card} onChange={({ target }) => setCard(target.value)}>
            {cards.map(({ number, brand, title }) => (
              <option key={number} value={number}>
                {`${say(title)} · ${brand} ${number.slice(-4)}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('Amount in dollars')}
          <input
            className="input"
            inputMode="decimal"
            value={amount}
            aria-invalid={cents === undefined}
            onChange={({ target }) => setAmount(target.value)}
          />
        </label>
        {chosen && <p className="hint">{say(chosen.behaviour)}</p>}
        <CommandButton kind="primary" work={launch} isDisabled={cents === undefined}>
          {say('Open a payment')}
        </CommandButton>
      </div>
      <SnippetBlock />
    </>
  );
}
