import { useMemo, useState, type ReactElement } from 'react';
import { IotPayCheckout, type IotPayClientError } from 'react-iotpay';
import type { BagView, CheckoutRequest, ShopView } from '../api';
import { formOptions } from './formOptions';
import { say } from './languages/say';
import { money } from './money';
import { PageTitle } from './PageTitle';
import { navigate, orderPath } from './route';
import { ShopLink } from './ShopLink';
import { Summary } from './Summary';
import { TestCards } from './TestCards';
import { useBag } from './useBag';

const methods = ['card', 'unionpay', 'saved'] as const;
const savedCardFirst = ['saved', 'card', 'unionpay'] as const;

interface PaymentProps {
  bag: BagView;
  isSavedCardFirst: boolean;
  /** The bag is not the one that this page shows any more: another tab has changed it. */
  onOldBag: () => void;
}

function Payment({ bag, isSavedCardFirst, onOldBag }: PaymentProps): ReactElement {
  const { id: bagId, revision, total } = bag;
  // The form looks as the page did when it was opened: the SDK can only rebuild a form, and what was typed would go.
  const [darkMode] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  const request = useMemo(
    () => ({ bagId, revision, total }) satisfies CheckoutRequest,
    [bagId, revision, total],
  );

  function hear({ code, cause }: IotPayClientError): void {
    const refusal = cause as { code?: unknown } | undefined;
    if (code === 'shop_refused' && refusal?.code === 'bag_changed') onOldBag();
  }

  return (
    <IotPayCheckout
      url="/pay"
      request={request}
      methods={isSavedCardFirst ? savedCardFirst : methods}
      options={formOptions(darkMode, say('Pay {}', money(total)))}
      onPaid={({ mchOrderNo }) => navigate(orderPath(mchOrderNo), { replace: true })}
      onError={hear}
    />
  );
}

interface CheckoutPageProps {
  shop: ShopView;
  /** A saved card is chosen before the customer chooses. */
  isSavedCardFirst: boolean;
}

export function CheckoutPage({ shop, isSavedCardFirst }: CheckoutPageProps): ReactElement {
  const { bag, failed, reload } = useBag();
  const [isChanged, setIsChanged] = useState(false);

  function showNewBag(): void {
    setIsChanged(true);
    reload();
  }

  if (bag?.total === 0) {
    return (
      <>
        <PageTitle title={say('The bag is empty.')} />
        <ShopLink to="/" className="button">
          {say('Back to the shop')}
        </ShopLink>
      </>
    );
  }

  return (
    <>
      <PageTitle title={say('Checkout')} />
      {isChanged && (
        <p className="notice" role="status">
          {say('The bag was changed in another tab. Look at it before you pay.')}
        </p>
      )}
      {failed && !bag && (
        <p className="notice" role="alert">
          {say('The shop does not answer.')} <a href="/checkout">{say('Try again')}</a>
        </p>
      )}
      {bag && (
        <div className="columns">
          <div className="pay-column">
            <Payment bag={bag} isSavedCardFirst={isSavedCardFirst} onOldBag={showNewBag} />
            <TestCards gateway={shop.gateway} />
          </div>
          <div className="side-column">
            <Summary title={say('Your order')} bag={bag} lines>
              <ShopLink className="quiet-link" to="/">
                {say('Change the bag')}
              </ShopLink>
            </Summary>
          </div>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {bag && say('Total to pay: {}', money(bag.total))}
      </p>
    </>
  );
}
