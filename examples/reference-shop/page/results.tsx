import type { ReactElement } from 'react';
import type { OrderDetails, OrderState } from '../api';
import type { Text } from './languages/fr';
import { locale, say } from './languages/say';
import { money } from './money';
import { isGivingBack, isVoided } from './orderStates';
import { PageTitle } from './PageTitle';
import { navigate } from './route';
import { ShopLink } from './ShopLink';
import { Signal } from './Signal';
import { Summary } from './Summary';

const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });

interface Told {
  title: Text;
  lead: Text;
}

/** What a customer who has paid is told now. */
function wordsFor(details: OrderDetails): Told {
  if (isVoided(details)) {
    return {
      title: 'Your payment was cancelled',
      lead: 'You have all of it back: your card’s statement will not show the payment.',
    };
  }
  if (details.state === 'refunded') {
    return {
      title: 'Your order has been refunded',
      lead: 'You have all of it back. Banks take some days to show it.',
    };
  }
  return {
    title: 'Thank you. Your order is paid.',
    lead: isGivingBack(details)
      ? 'We are giving money back to you, and wait until IOTPay confirms it.'
      : 'We roast on Tuesdays and send on Wednesdays.',
  };
}

export function Paid({ details }: { details: OrderDetails }): ReactElement {
  const { mchOrderNo, cardNum, createdAt, bag, refunds } = details;
  const refunded = refunds?.refunded ?? 0;
  const { title, lead } = wordsFor(details);
  return (
    <article className="result result-paid">
      {details.state !== 'refunded' && <Signal letter="C" meaning={say('Affirmative')} />}
      <PageTitle title={say(title)} />
      <p className="lead">{say(lead)}</p>
      <dl className="receipt">
        <div>
          <dt>{say('Order number')}</dt>
          <dd className="mono">{mchOrderNo}</dd>
        </div>
        {cardNum && (
          <div>
            <dt>{say('Paid with')}</dt>
            <dd className="mono">{cardNum}</dd>
          </div>
        )}
        <div>
          <dt>{say('Date')}</dt>
          <dd>{date.format(createdAt)}</dd>
        </div>
        <div>
          <dt>{say('Amount, CAD')}</dt>
          <dd>{money(bag.total)}</dd>
        </div>
        {refunded > 0 && (
          <div>
            <dt>{say('Given back')}</dt>
            <dd>{money(refunded)}</dd>
          </div>
        )}
      </dl>
      <Summary title={say('What you bought')} bag={bag} lines />
      <ShopLink to="/" className="quiet-link">
        {say('Back to the shop')}
      </ShopLink>
    </article>
  );
}

/** The server has proof that nothing was paid. Trying again asks it first, and it may know better by then. */
export function Declined({ state }: { state: OrderState }): ReactElement {
  const isLate = state === 'expired';
  return (
    <article className="result result-declined">
      <Signal letter="N" meaning={say('Negative')} />
      <PageTitle title={say(isLate ? 'This order was not paid in time' : 'Your payment was declined')} />
      <p className="lead">
        {say(
          isLate
            ? 'Your bag is as you left it. Trying again makes a new order. Should a payment for this one still arrive, this page will say so.'
            : 'Your bag is as you left it. Trying again makes a new order; this one stays closed. You can use another card.',
        )}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={() => navigate('/checkout')}>
          {say('Try again')}
        </button>
        <ShopLink to="/" className="quiet-link">
          {say('Change the bag')}
        </ShopLink>
      </div>
    </article>
  );
}

/** There is nothing to press here, because a customer who pays again may pay twice. */
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

/** Two orders for one bag were paid, in two tabs or after a long delay. */
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

export function NoSuchOrder(): ReactElement {
  return (
    <article className="result">
      <PageTitle title={say('We know of no such order of yours')} />
      <p className="lead">
        {say('The address may be incomplete, or the order was made in another browser.')}
      </p>
      <ShopLink to="/" className="quiet-link">
        {say('Back to the shop')}
      </ShopLink>
    </article>
  );
}
