import { useEffect, useInsertionEffect, useState, useSyncExternalStore } from 'react';
import type { IotPayMode } from '../../contract/sdk';
import { subscribeToPage } from '../pageChanges';
import { knownPayment } from '../payment/payments';
import { useIotPayDefaults, type IotPayDefaults } from '../provider/context';
import type { UseIotPayCardOptions } from './cardProps';
import { sessionOfProp, type CardSession } from './cardSession';
import { cardState, type CardState } from './cardState';
import { createCardViewer, type CardViewer } from './cardViewer';

export interface CardView {
  state: CardState;
  session: CardSession;
  viewer: CardViewer;
  /** Whether the form's element is empty in this state. */
  isFormHidden: boolean;
  defaults: IotPayDefaults;
}

/** A component's view of its payment: the state to render, and the tools for the component's elements. */
export function useCardView(props: UseIotPayCardOptions<IotPayMode>): CardView {
  const defaults = useIotPayDefaults();
  const { mode = 'Pay' } = props;
  const session = sessionOfProp(props.secureId);
  const { secureId, error } = session;
  const [viewer] = useState(createCardViewer);
  const known = useSyncExternalStore(
    subscribeToPage,
    () => (secureId ? knownPayment(secureId, mode)?.get() : undefined),
    () => undefined,
  );
  // An insertion effect causes no warning on servers, and runs before everything that could need the latest handlers.
  useInsertionEffect(() => viewer.update({ props, session, mode, defaults }));
  useEffect(() => viewer.attach(), [viewer, secureId, mode]);
  useEffect(() => viewer.tellError(error), [viewer, error]);
  const state = cardState(known, session);
  const isFormHidden = state.status !== 'loading' && state.status !== 'ready';
  return { state, session, viewer, isFormHidden, defaults };
}
