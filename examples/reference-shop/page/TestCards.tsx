import { useState, type ReactElement } from 'react';
import type { ShopView } from '../api';
import { say } from './languages/say';
import { sayAnswer } from './languages/sayAnswer';

const channels = [
  { channel: 'PF_CC', heading: 'To pay by card' },
  { channel: 'UPI_EX', heading: 'To pay by UnionPay' },
] as const;

/** Card numbers to try the example with. No shop has this. */
export function TestCards({ gateway }: { gateway: ShopView['gateway'] }): ReactElement {
  const [copied, setCopied] = useState('');

  async function copy(number: string): Promise<void> {
    await navigator.clipboard.writeText(number.replaceAll(' ', ''));
    setCopied(number);
  }

  return (
    <details className="test-cards">
      <summary>{say('Test cards')}</summary>
      <p>{say('Any expiry date to come, any security code, any name.')}</p>
      {channels.map(({ channel, heading }) => (
        <section key={channel} aria-labelledby={`test-${channel}`}>
          <h2 id={`test-${channel}`}>{say(heading)}</h2>
          <ul>
            {gateway.testCards
              .filter((card) => card.channel === channel)
              .map(({ number, title }) => (
                <li key={number}>
                  <button type="button" onClick={() => void copy(number)}>
                    <span className="mono">{number}</span>
                    <span>{copied === number ? say('Copied') : say('Copy')}</span>
                  </button>
                  <p>{sayAnswer(title)}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>
        <a href={gateway.url}>{say('See the local gateway’s orders and notifications')}</a>
      </p>
      <p className="visually-hidden" role="status">
        {copied && say('Copied {}', copied)}
      </p>
    </details>
  );
}
