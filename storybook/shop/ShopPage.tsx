import { useLayoutEffect, useMemo, type PropsWithChildren, type ReactElement } from 'react';
import { fr, IotPayProvider, zh, type IotPayCardOptions } from 'react-iotpay';
import { showScheme, type Scheme } from './scheme';
import { ShopLanguageContext } from './shopLanguage';
import type { ShopLanguage } from './words';

interface ShopPageProps {
  scheme: Scheme;
  language: ShopLanguage;
}

const languages = [fr, zh];

/** The page that every story is on: the toolbar's colours and language reach the shop, the library and the form. */
export function ShopPage({ scheme, language, children }: PropsWithChildren<ShopPageProps>): ReactElement {
  useLayoutEffect(() => {
    showScheme(scheme);
    document.documentElement.lang = language;
  }, [scheme, language]);
  const options = useMemo<IotPayCardOptions>(
    () => ({ darkMode: scheme === 'system' ? 'auto' : scheme === 'dark' }),
    [scheme],
  );
  return (
    <IotPayProvider options={options} locale={language} languages={languages}>
      <ShopLanguageContext value={language}>{children}</ShopLanguageContext>
    </IotPayProvider>
  );
}
