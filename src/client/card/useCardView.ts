import { useEffect, useInsertionEffect, useState, useSyncExternalStore } from 'react';
import type { IotPayMode } from '../../contract/sdk';
import { subscribeToPage } from '../pageChanges';
import { knownPayment } from '../payment/payments';
import { useIotPayDefaults, type IotPayDefaults } from '../provider/context';
import type { UseIotPayCardOptions } from './cardProps';
import { readSession, type CardSession } from './cardSession';
import { cardState, type CardState } from './cardState';
import { createCardViewer, type CardViewer } from './cardViewer';

export interface CardView {
  state: CardState;
  session: CardSession;
  viewer: CardViewer;
  /** Whether the element for the form has nothing to show. */
  isFormHidden: boolean;
  defaults: IotPayDefaults;
}

/** A component's view of its payment: the state to render, and what the component's elements need. */
export function useCardView(props: UseIotPayCardOptions<IotPayMode>): CardView {
  const defaults = useIotPayDefaults();
  const { mode = 'Pay' } = props;
  const session = readSession(props.secureId);
  const { secureId, error } = session;
  const [viewer] = useState(createCardViewer);
  const known = useSyncExternalStore(
    subscribeToPage,
    () => (secureId ? knownPayment(secureId, mode)?.get() : undefined),
    () => undefined,
  );
  // An insertion effect has no warning on servers and comes before everything that could need the latest handlers.
  useInsertionEffect(() => viewer.update({ props, session, mode, defaults }));
  useEffect(() => viewer.attach(), [viewer, secureId, mode]);
  useEffect(() => viewer.tellError(error), [viewer, error]);
  const state = cardState(known, session);
  const isFormHidden = state.status !== 'loading' && state.status !== 'ready';
  return { state, session, viewer, isFormHidden, defaults };
}
