import type { ReactElement } from 'react';
import type { IotPaySavedCard } from 'react-iotpay';
import { useShopWords } from './shopLanguage';

/** The cards that the customer has saved: where a story with `mode="Add"` ends. */
export function Wallet({ card }: { card?: IotPaySavedCard | undefined }): ReactElement {
  const { wallet } = useShopWords();
  return (
    <div className="wallet">
      <h2>{wallet.title}</h2>
      {card ? (
        <div className="wallet-card">
          <span className="wallet-chip" aria-hidden="true" />
          <span className="wallet-number">{card.cardNum}</span>
          <span>{card.holder}</span>
          <span>{card.expiryDate?.replace(/(..)(..)/, '$1/$2')}</span>
        </div>
      ) : (
        <p className="wallet-card wallet-empty">{wallet.empty}</p>
      )}
    </div>
  );
}
