import { useState, type ReactElement } from 'react';
import {
  IotPayCard,
  useSecureId,
  type IotPayCardProps,
  type IotPayClientError,
  type IotPayPaid,
} from 'react-iotpay';
import { Counter } from './Counter';
import { newSecureId } from './newSecureId';
import { OutcomeNote } from './OutcomeNote';
import { Receipt } from './Receipt';
import { useShopWords } from './shopLanguage';

export interface RedirectShopProps extends Pick<IotPayCardProps, 'redirect' | 'onSuccess' | 'onError'> {
  /** The page's own `#`: with one, the customer has come back from the gateway's redirect. */
  hash: string;
}

/** A shop with a return page, to show where `redirectUrl` leads and what its query is worth. */
export function RedirectShop({ hash, redirect, onSuccess, onError }: RedirectShopProps): ReactElement {
  const { pay } = useShopWords();
  const session = useSecureId(newSecureId, { key: 'order' });
  const [paid, setPaid] = useState<IotPayPaid>();
  const [refused, setRefused] = useState<IotPayClientError>();

  if (hash) {
    const query = [...new URLSearchParams(hash.replace(/.*\?/, ''))];
    return (
      <Counter title="The return page" lede="The gateway sent the customer here, and added this:">
        <dl className="query">
          {query.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="lede">
          Anyone can type that into an address bar. The shop’s server queries the order before this page says
          “paid”.
        </p>
      </Counter>
    );
  }

  return (
    <Counter {...pay} aside={<Receipt stamp={paid && 'paid'} />}>
      {paid && (
        <>
          <OutcomeNote kind="paid" />
          {redirect === 'manual' && (
            <p>
              {/* Storybook's pages send links to the parent, which is not where this one goes. */}
              <a href={paid.redirectUrl} target="_self">
                Follow your order
              </a>
            </p>
          )}
          {refused && (
            <p className="soft">
              The gateway named a page that is not https, so nobody was sent there:{' '}
              <code>{refused.code}</code>
            </p>
          )}
        </>
      )}
      <div hidden={!!paid}>
        <IotPayCard
          className="card-form"
          secureId={session}
          redirect={redirect}
          onSuccess={(outcome) => {
            setPaid(outcome);
            return onSuccess?.(outcome);
          }}
          onError={(error) => {
            setRefused(error);
            onError?.(error);
          }}
        />
      </div>
    </Counter>
  );
}
