import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { IotPayCardOptions } from '../card/cardOptions';
import { definedFields } from '../definedFields';
import { scriptOptions, type IotPayScriptOptions } from '../script/scriptOptions';
import { IotPayContext, useIotPayDefaults, type IotPayDefaults, type ProviderSettings } from './context';
import { matchLanguage } from '../../contract/matchLanguage';
import { chooseMessages } from './languages/chooseMessages';
import { en } from './languages/en';
import type { IotPayCheckoutMessages } from './languages/checkoutMessages';
import type { IotPayLanguage, IotPayMessages } from './languages/language';

export interface IotPayProviderProps extends IotPayScriptOptions {
  /** Options for every card form below; a form's own options replace them one by one. */
  options?: IotPayCardOptions | undefined;
  /** BCP 47, e.g. `fr-CA`. Default: the first of `languages`, else English. */
  locale?: string | undefined;
  /** The languages to choose from beside English: `import { fr, zh } from 'react-iotpay'`. */
  languages?: readonly IotPayLanguage[] | undefined;
  /** Single texts in the shop's own words. */
  messages?: Partial<IotPayMessages & IotPayCheckoutMessages> | undefined;
  children?: ReactNode;
}

/**
 * Defaults for every IotPay component and hook below it. All of them work without a provider. A provider inside another
 * one adds to it: a setting that it leaves undefined keeps the value of the outer provider.
 */
export function IotPayProvider(props: IotPayProviderProps): ReactElement {
  const outer = useIotPayDefaults().settings;
  const { src, nonce, timeoutMs, retries } = scriptOptions(props, outer);
  const { locale = outer?.locale, languages = outer?.languages, options, messages } = props;
  const defaults = useMemo<IotPayDefaults>(() => {
    const script = { src, nonce, timeoutMs, retries };
    const settings: ProviderSettings = {
      ...script,
      locale,
      languages,
      options: { ...outer?.options, ...definedFields(options) },
      messages: { ...outer?.messages, ...definedFields(messages) },
    };
    const language = matchLanguage(locale ?? languages?.[0]?.tag, languages) ?? en;
    return {
      script,
      options: settings.options,
      messages: chooseMessages(language, settings.messages),
      checkout: { ...language.checkout, ...settings.messages },
      settings,
    };
  }, [src, nonce, timeoutMs, retries, options, locale, languages, messages, outer]);
  return <IotPayContext.Provider value={defaults}>{props.children}</IotPayContext.Provider>;
}
