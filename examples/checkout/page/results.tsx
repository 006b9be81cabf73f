import type { ReactElement } from 'react';
import type { OrderView } from '../api';
import { locale, say } from './languages/say';
import { sayAnswer } from './languages/sayAnswer';
import { money } from './money';
import { PageTitle } from './PageTitle';
import { ShopLink } from './ShopLink';
import { SignalFlag, type FlagLetter } from './SignalFlag';
import { Summary } from './Summary';

/** What each flag means in the International Code of Signals, and here. */
function Signal({ letter, meaning }: { letter: FlagLetter; meaning: string }): ReactElement {
  return (
    <p className="signal">
      <SignalFlag letter={letter} className="signal-flag" />
      <span>{meaning}</span>
    </p>
  );
}

interface PaidProps {
  mchOrderNo: string;
  order: OrderView | undefined;
  cardNum: string | undefined;
  /** In whole cents. */
  refunded: number;
}

const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });

/** Paid, or so the card form says: what is sent off, and when, depends on the server. */
export function Paid({ mchOrderNo, order, cardNum, refunded }: PaidProps): ReactElement {
  const isCertain = order?.state === 'paid';
  const isGivenBack = order?.bag.total === refunded;
  return (
    <article className="result result-paid">
      <Signal letter="C" meaning={say('Affirmative')} />
      {isGivenBack ? (
        <PageTitle title={say('Your order has been refunded')} />
      ) : (
        <PageTitle
          title={say(isCertain ? 'Thank you. Your order is paid.' : 'Thank you. Your card was accepted.')}
        />
      )}
      <p className="lead">
        {isGivenBack && say('You have all of it back. Banks take some days to show it.')}
        {!isGivenBack && isCertain && say('We roast on Tuesdays and send on Wednesdays.')}
        {!isCertain &&
          say('As soon as IOTPay has confirmed the payment to our server, your order is on its way.')}
      </p>
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
        {order && (
          <>
            <div>
              <dt>{say('Date')}</dt>
              <dd>{date.format(order.createdAt)}</dd>
            </div>
            <div>
              <dt>{say('Amount')}</dt>
              <dd>{say('{} CAD', money(order.bag.total))}</dd>
            </div>
            {refunded > 0 && (
              <div>
                <dt>{say('Refunded')}</dt>
                <dd>{say('{} CAD', money(refunded))}</dd>
              </div>
            )}
          </>
        )}
      </dl>
      {order && <Summary title={say('What you bought')} bag={order.bag} lines />}
      <ShopLink to="/" className="quiet-link">
        {say('Back to the shop')}
      </ShopLink>
    </article>
  );
}

interface DeclinedProps {
  /** The bank's or the gateway's own words. */
  reason: string | undefined;
  isLate: boolean;
  onTryAgain: () => void;
}

export function Declined({ reason, isLate, onTryAgain }: DeclinedProps): ReactElement {
  return (
    <article className="result result-declined">
      <Signal letter="N" meaning={say('Negative')} />
      <PageTitle title={say(isLate ? 'This order was not paid in time' : 'Your payment was declined')} />
      {reason && (
        <p className="reason">
          <span>{say('IOTPay says')}</span> {sayAnswer(reason)}
        </p>
      )}
      <p className="lead">
        {say(
          'Your bag is as you left it. Trying again makes a new order; this one stays closed. You can use another card.',
        )}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={onTryAgain}>
          {say('Try again')}
        </button>
        <ShopLink to="/" className="quiet-link">
          {say('Change the bag')}
        </ShopLink>
      </div>
    </article>
  );
}

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
