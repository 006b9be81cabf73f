import type { ReactElement } from 'react';
import { say } from './languages/say';
import { PageTitle } from './PageTitle';
import { ShopLink } from './ShopLink';
import { Signal } from './Signal';

/** Nobody knows. There is nothing to press here: whoever pays again may pay twice. */
export function Confirming(): ReactElement {
  return (
    <article className="result result-confirming">
      <Signal letter="X" meaning={say('Wait, and watch for my signals')} />
      <PageTitle title={say('We are confirming your payment')} />
      <p className="lead">
        {say(
          'IOTPay has not told us yet whether it went through. Our server keeps asking, and this page changes by itself. There is nothing for you to do.',
        )}
      </p>
      <p className="waiting" aria-hidden="true">
        <span />
        <span />
        <span />
      </p>
      <p className="fine">
        {say(
          'You can close this page and open it again later: its address stays the same. Your card will not be charged twice for this order.',
        )}
      </p>
    </article>
  );
}

/** The gateway has just said that nothing has come of this order, and nobody has begun to pay it. */
export function NotYet(): ReactElement {
  return (
    <article className="result">
      <PageTitle title={say('This order is still open')} />
      <p className="lead">
        {say('IOTPay knows of no payment for it so far. It can be paid at the checkout.')}
      </p>
      <ShopLink to="/checkout" className="quiet-link">
        {say('Go to the checkout')}
      </ShopLink>
    </article>
  );
}

/** Two orders of one checkout were paid, in two tabs or after a long delay. */
export function PaidAgain(): ReactElement {
  return (
    <article className="result">
      <PageTitle title={say('You have paid for this twice')} />
      <p className="lead">
        {say('This is the second payment for the same bag. We have been told, and will give it back to you.')}
      </p>
      <ShopLink to="/" className="quiet-link">
        {say('Back to the shop')}
      </ShopLink>
    </article>
  );
}
