import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { IotPayCardOptions } from './cardOptions';
import { IotPayContext, type IotPayDefaults } from './context';
import { chooseMessages } from './languages/chooseMessages';
import type { IotPayLanguage, IotPayMessages } from './languages/language';
import type { IotPayScriptOptions } from './loadIotPayScript';

export interface IotPayProviderProps extends IotPayScriptOptions {
  /** Options for every card form below; a form's own options replace them one by one. */
  options?: IotPayCardOptions | undefined;
  /** BCP 47, e.g. `fr-CA`. Default: the first of `languages`, else English. */
  locale?: string | undefined;
  /** The languages to choose from beside English: `import { fr, zh } from 'react-iotpay'`. */
  languages?: readonly IotPayLanguage[] | undefined;
  /** Single texts in the shop's own words. */
  messages?: Partial<IotPayMessages> | undefined;
  children?: ReactNode;
}

/** Defaults for every IotPay component and hook below it. All of them work without it. */
export function IotPayProvider(props: IotPayProviderProps): ReactElement {
  const { children, src, nonce, timeoutMs, retries, options, locale, languages, messages } = props;
  const defaults = useMemo<IotPayDefaults>(
    () => ({
      script: { src, nonce, timeoutMs, retries },
      options,
      messages: chooseMessages(locale, languages ?? [], messages),
    }),
    [src, nonce, timeoutMs, retries, options, locale, languages, messages],
  );
  return <IotPayContext.Provider value={defaults}>{children}</IotPayContext.Provider>;
}
