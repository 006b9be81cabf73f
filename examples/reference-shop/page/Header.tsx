import type { ReactElement } from 'react';
import { say } from './languages/say';
import { ShopLink } from './ShopLink';
import { SignalFlag } from './SignalFlag';

const name = ['F', 'O', 'G', 'L', 'I', 'N', 'E'] as const;

export function Header({ isCheckout }: { isCheckout: boolean }): ReactElement {
  return (
    <header className="header">
      <div className="header-inner">
        <ShopLink className="wordmark" to="/">
          <span className="wordmark-flags">
            {name.map((letter) => (
              <SignalFlag key={letter} letter={letter} />
            ))}
          </span>
          <span className="wordmark-name">Fogline</span>
          <span className="wordmark-trade">{say('Coffee Roasters, St. John’s')}</span>
        </ShopLink>
        {!isCheckout && (
          <ShopLink className="quiet-link" to="/orders">
            {say('Your orders and cards')}
          </ShopLink>
        )}
        {isCheckout && (
          <p className="secure">
            <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              <path
                d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2h.5a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zm1.5 0h4V5a2 2 0 0 0-4 0z"
                fill="currentColor"
              />
            </svg>
            {say('Secure checkout')}
          </p>
        )}
      </div>
    </header>
  );
}
