import type { PropsWithChildren, ReactElement, ReactNode } from 'react';
import { useShopWords } from './shopLanguage';

export interface Shop {
  name: string;
  trade: string;
}

interface CounterProps {
  /** Whose counter it is, where that is not the stationer's. */
  shop?: Shop | undefined;
  title: string;
  lede?: ReactNode;
  /** Beside the form on a wide page, below it on a phone. */
  aside?: ReactNode;
}

/** The shop's counter: its name, the customer's task, and the order. */
export function Counter({
  shop,
  title,
  lede,
  aside,
  children,
}: PropsWithChildren<CounterProps>): ReactElement {
  const { trade } = useShopWords();
  return (
    <div className="counter">
      <header className="counter-sign">
        {!shop && (
          <svg viewBox="0 0 32 32" aria-hidden="true" className="counter-mark">
            <path d="M16 2 9 12h4l-6 8h7v10h4V20h7l-6-8h4Z" />
          </svg>
        )}
        <span className="counter-name">{shop?.name ?? 'Papeterie Boréale'}</span>
        <span className="counter-trade">{shop?.trade ?? trade}</span>
      </header>
      <main className={aside ? 'counter-desk' : 'counter-desk counter-desk-alone'}>
        <section className="counter-form" aria-labelledby="counter-title">
          <h1 id="counter-title">{title}</h1>
          {lede && <p className="lede">{lede}</p>}
          {children}
        </section>
        {aside && <aside className="counter-aside">{aside}</aside>}
      </main>
    </div>
  );
}
