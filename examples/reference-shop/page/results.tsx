import type { ReactElement } from 'react';
import type { OrderView } from '../api';
import { locale, say } from './languages/say';
import { sayAnswer } from './languages/sayAnswer';
import { money } from './money';
import { PageTitle } from './PageTitle';
import { ShopLink } from './ShopLink';
import { Signal } from './Signal';
import { Summary } from './Summary';

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
  /** What the server has given the order up for. Until it has, there is nothing to press: only the form has said no. */
  proof: 'failed' | 'expired' | undefined;
  onTryAgain: () => void;
}

const next = {
  failed:
    'Your bag is as you left it. Trying again makes a new order; this one stays closed. You can use another card.',
  expired:
    'Your bag is as you left it. Trying again makes a new order. Should a payment for this one still arrive, this page will say so.',
} as const;

export function Declined({ reason, proof, onTryAgain }: DeclinedProps): ReactElement {
  return (
    <article className="result result-declined">
      <Signal letter="N" meaning={say('Negative')} />
      <PageTitle
        title={say(proof === 'expired' ? 'This order was not paid in time' : 'Your payment was declined')}
      />
      {reason && (
        <p className="reason">
          <span>{say('IOTPay says')}</span> {sayAnswer(reason)}
        </p>
      )}
      <p className="lead">
        {say(proof ? next[proof] : 'We are making sure of it with IOTPay. Please don’t pay again meanwhile.')}
      </p>
      {proof && (
        <div className="actions">
          <button type="button" className="button" onClick={onTryAgain}>
            {say('Try again')}
          </button>
          <ShopLink to="/" className="quiet-link">
            {say('Change the bag')}
          </ShopLink>
        </div>
      )}
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
