import { useEffect, useInsertionEffect, useState, useSyncExternalStore } from 'react';
import { useCardView } from '../card/useCardView';
import { subscribeToPage } from '../pageChanges';
import type { SecureIdState } from '../secureId/secureIdAnswer';
import type { UseSecureIdResult } from '../secureId/useSecureId';
import { useShop } from '../shop/useShop';
import { isForm, type IotPayCheckoutState } from './sale/checkoutState';
import type { UseIotPayCheckoutOptions, UseIotPayCheckoutResult } from './checkoutProps';
import { methodsOf, type IotPayMethodName } from './sale/method';
import type { SaleView } from './sale/saleView';
import { knownSale, saleKey } from './sale/sales';
import { createSaleViewer } from './sale/saleViewer';

const noRequest = {};
const onlyCard: readonly IotPayMethodName[] = ['card'];

/** The view before the first question to the shop's server. Server rendering shows it too. */
function initialView(names: readonly IotPayMethodName[]): SaleView {
  const methods = methodsOf(names);
  const method = names[0] === 'saved' ? undefined : methods[0];
  return { status: 'opening', methods, method, session: undefined };
}

/** The checkout's secureId as the card form takes it. */
function cardSession(
  { status, error }: IotPayCheckoutState,
  session: SecureIdState | undefined,
  refresh: () => void,
): UseSecureIdResult | null | undefined {
  if (!isForm(status)) return null;
  if (session) return { ...session, ...(session.error && error && { error }), refresh } as UseSecureIdResult;
  return error && { status: 'failed', error, refresh };
}

/**
 * A whole checkout without any markup. It asks the shop's server for the order, shows IOTPay's form in your element,
 * follows an unknown payment until it is decided, and says paid or not paid only if the server says so. Components of
 * one page that show the same sale share its state.
 *
 * @throws TypeError without `url` and `api`
 *
 * @example
 * const { status, order, containerProps } = useIotPayCheckout({ url: '/pay', request: { cartId } });
 */
export function useIotPayCheckout(props: UseIotPayCheckoutOptions): UseIotPayCheckoutResult {
  const { request = noRequest, methods: names = onlyCard } = props;
  const { options, script, formTimeoutMs, onError } = props;
  const shop = useShop(props);
  const key = saleKey(shop, request);
  const known = useSyncExternalStore(
    subscribeToPage,
    () => knownSale(key)?.get(),
    () => undefined,
  );
  const view = known ?? initialView(names);
  const { session, ...state } = view;

  const [viewer] = useState(createSaleViewer);
  const { choose, pay, tryAgain, refresh } = viewer;
  const card = useCardView({
    secureId: cardSession(state, session, refresh),
    options,
    script,
    formTimeoutMs,
    onError,
    // The checkout confirms an outcome itself, so it does not go to the gateway's page.
    redirect: 'manual',
  });
  const retryForm = card.viewer.retry;
  useInsertionEffect(() => viewer.update({ key, shop, request, names, props, retryForm }));
  const offered = names.join();
  useEffect(() => viewer.attach(), [viewer, key, shop, offered]);
  useEffect(() => viewer.tell(view));

  const { containerRef } = card.viewer;
  return {
    ...state,
    choose,
    pay,
    tryAgain,
    isFormReady: card.state.status === 'ready',
    containerRef,
    containerProps: { ref: containerRef, hidden: card.isFormHidden },
  };
}
