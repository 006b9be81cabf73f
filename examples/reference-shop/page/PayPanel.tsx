import { useMemo, type ReactElement } from 'react';
import { IotPayCard, useSecureId } from 'react-iotpay';
import type { BagItem, IotPayChannel } from '../api';
import { formOptions } from './formOptions';
import { checkoutKey, formKey, setOrder, setUndecided, type Draft } from './draft';
import { say } from './languages/say';
import { money } from './money';
import { navigate, type Told } from './route';
import { shopApi, ShopApiError } from './shopApi';

interface PayPanelProps {
  channel: IotPayChannel;
  draft: Draft;
  items: BagItem[];
  darkMode: boolean;
}

/** Takes one payment. Whatever the form says in the end, the order's page then shows what the server knows. */
export function PayPanel({ channel, draft, items, darkMode }: PayPanelProps): ReactElement {
  const key = formKey(draft, channel, items);
  const session = useSecureId(
    async ({ signal }) => {
      try {
        const checkout = await shopApi.checkout(
          { checkoutKey: checkoutKey(draft, items), channel, items },
          signal,
        );
        setOrder(key, checkout.mchOrderNo);
        return checkout;
      } catch (error) {
        // Paid in a form that was closed, or before a reload, or nobody knows yet: that order is shown, and nothing is sold again.
        if (error instanceof ShopApiError && error.mchOrderNo) {
          navigate(`/orders/${error.mchOrderNo}`, { replace: true });
        }
        throw error;
      }
    },
    { key },
  );
  const checkout = session.data;
  const mchOrderNo = checkout?.mchOrderNo ?? '';
  const total = checkout ? money(checkout.bag.total) : '';
  const options = useMemo(() => formOptions(darkMode, say('Pay {}', total)), [darkMode, total]);

  function showOrder(told: Told): void {
    setUndecided(mchOrderNo);
    navigate(`/orders/${mchOrderNo}`, { told, replace: true });
  }

  return (
    <>
      <IotPayCard
        className="card-form"
        secureId={session}
        options={options}
        onSuccess={({ order: { cardNum } }) => showOrder({ status: 'success', ...(cardNum && { cardNum }) })}
        onFail={({ message }) => showOrder({ status: 'failed', message })}
        onTimeout={() => showOrder({ status: 'unknown' })}
      />
      {checkout && session.status === 'ready' && (
        <p className="elsewhere">
          {say('Would you rather not type it here?')}{' '}
          <a href={checkout.redirectUrl}>{say('Pay on IOTPay’s page')}</a>
        </p>
      )}
    </>
  );
}
