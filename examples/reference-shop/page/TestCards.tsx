import { useState, type ReactElement } from 'react';
import type { IotPayChannel, ShopView } from '../api';
import { say } from './languages/say';
import { sayAnswer } from './languages/sayAnswer';

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
        {say('Test cards')}{' '}
        <span>{channel === 'PF_CC' ? say('to pay by card') : say('to pay by UnionPay')}</span>
      </summary>
      <p>{say('Any expiry date to come, any security code, any name.')}</p>
      <ul>
        {cards.map(({ number, behaviour }) => (
          <li key={number}>
            <button type="button" aria-label={say('Copy {}', number)} onClick={() => void copy(number)}>
              <span className="mono">{number}</span>
              <span aria-hidden="true">{copied === number ? say('Copied') : say('Copy')}</span>
            </button>
            <p>{sayAnswer(behaviour)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={gateway.url}>{say('See the local gateway’s orders and notifications')}</a>
      </p>
      <p className="visually-hidden" role="status">
        {copied && say('Copied {}', copied)}
      </p>
    </details>
  );
}
