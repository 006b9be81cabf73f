import { useMemo, useRef, useState, type ReactElement } from 'react';
import { IotPayCheckout, useIotPayCheckout, type IotPayClientError } from 'react-iotpay';
import type { BagView, CheckoutRequest, ShopView } from '../api';
import { AppWait } from './AppWait';
import { formOptions } from './formOptions';
import { say } from './languages/say';
import { money } from './money';
import { PageTitle } from './PageTitle';
import { navigate, orderPath } from './route';
import { ShopLink } from './ShopLink';
import { Summary } from './Summary';
import { TestCards } from './TestCards';
import { useBag } from './useBag';
import { useEnteredForm } from './useEnteredForm';

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
  // The form looks as the page did when it was opened: the SDK can only rebuild a form, and the typed card would be lost.
  const [darkMode] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  const request = useMemo(
    () => ({ bagId, revision, total }) satisfies CheckoutRequest,
    [bagId, revision, total],
  );

  function hear({ code, cause }: IotPayClientError): void {
    const refusal = cause as { code?: unknown } | undefined;
    if (code === 'shop_refused' && refusal?.code === 'bag_changed') onOldBag();
  }

  const sale = {
    url: '/pay',
    request,
    methods: isSavedCardFirst ? savedCardFirst : methods,
    options: formOptions(darkMode, say('Pay {}', money(total))),
  };
  // The same sale as the checkout's below, and so the same state.
  const { status, method, order } = useIotPayCheckout({ ...sale, onError: () => undefined });
  const place = useRef<HTMLFieldSetElement>(null);
  const unionPayOrder = status === 'form' && method?.name === 'unionpay' ? order?.mchOrderNo : undefined;
  const { isEntered, forget } = useEnteredForm(place, unionPayOrder);
  const [notPaid, setNotPaid] = useState<string>();

  function offerOtherWays(): void {
    setNotPaid(unionPayOrder);
    forget();
  }

  return (
    <>
      {/* While the app may be asking for one payment, nothing here can begin another. IOTPay's own form stays usable. */}
      <fieldset className="payment" ref={place} disabled={isEntered}>
        <IotPayCheckout
          {...sale}
          onPaid={({ mchOrderNo }) => navigate(orderPath(mchOrderNo), { replace: true })}
          onError={hear}
        />
      </fieldset>
      {unionPayOrder && isEntered && <AppWait mchOrderNo={unionPayOrder} onNotPaid={offerOtherWays} />}
      {unionPayOrder && !isEntered && notPaid === unionPayOrder && (
        <p className="notice" role="status">
          {say(
            'No payment has been reported so far. Do not confirm it in the app if you pay in another way.',
          )}
        </p>
      )}
    </>
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
