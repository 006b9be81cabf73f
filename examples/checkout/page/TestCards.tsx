import { useState, type ReactElement } from 'react';
import type { IotPayChannel, ShopView } from '../api';

interface TestCardsProps {
  gateway: ShopView['gateway'];
  channel: IotPayChannel;
}

/** Card numbers to try the example with. No shop has this. */
export function TestCards({ gateway, channel }: TestCardsProps): ReactElement {
  const [copied, setCopied] = useState('');
  const cards = gateway.testCards.filter((card) => card.channel === channel);

  async function copy(number: string): Promise<void> {
    await navigator.clipboard.writeText(number.replaceAll(' ', ''));
    setCopied(number);
  }

  return (
    <details className="test-cards">
      <summary>
        Test cards <span>{channel === 'PF_CC' ? 'to pay by card' : 'to pay by UnionPay'}</span>
      </summary>
      <p>Any expiry date to come, any security code, any name.</p>
      <ul>
        {cards.map(({ number, behaviour }) => (
          <li key={number}>
            <button type="button" aria-label={`Copy ${number}`} onClick={() => void copy(number)}>
              <span className="mono">{number}</span>
              <span aria-hidden="true">{copied === number ? 'Copied' : 'Copy'}</span>
            </button>
            <p>{behaviour}</p>
          </li>
        ))}
      </ul>
      <p>
        The local gateway lists its orders and notifications at <a href={gateway.url}>its own page</a>.
      </p>
      <p className="visually-hidden" role="status">
        {copied && `Copied ${copied}`}
      </p>
    </details>
  );
}
