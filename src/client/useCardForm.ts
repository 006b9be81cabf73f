import { useEffect, useInsertionEffect, useState } from 'react';
import type { IotPayMode } from '../contract/sdk';
import { createCardForm, loadingForm, type CardForm, type CardFormState } from './cardForm';
import { useIotPayDefaults, type IotPayDefaults } from './context';
import type { UseIotPayCardOptions } from './useIotPayCard';

/** A card form for as long as a component lives: its state, what its user may do, and the provider's defaults. */
export function useCardForm(
  props: UseIotPayCardOptions<IotPayMode>,
): [state: CardFormState, forUsers: CardForm[2], defaults: IotPayDefaults] {
  const defaults = useIotPayDefaults();
  const [state, setState] = useState(loadingForm);
  const [[configure, connect, forUsers]] = useState(() => createCardForm(setState));

  const { secureId } = props;
  const session = typeof secureId === 'string' ? { secureId } : secureId;
  // An insertion effect has no warning on servers and comes before all that could need the latest handlers.
  useInsertionEffect(() => configure(props, session, defaults));
  useEffect(connect, [connect]);

  return [state, forUsers, defaults];
}
