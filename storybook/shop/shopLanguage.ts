import { createContext, useContext } from 'react';
import { shopWords, type ShopLanguage, type ShopWords } from './words';

export const ShopLanguageContext = createContext<ShopLanguage>('en');

export const useShopWords = (): ShopWords => shopWords[useContext(ShopLanguageContext)];

/** Whole cents, as the customer's language writes Canadian dollars. */
export function useMoney(): (cents: number) => string {
  const language = useContext(ShopLanguageContext);
  const format = new Intl.NumberFormat(`${language}-CA`, {
    style: 'currency',
    currency: 'CAD',
    currencyDisplay: 'narrowSymbol',
  });
  return (cents) => format.format(cents / 100);
}
