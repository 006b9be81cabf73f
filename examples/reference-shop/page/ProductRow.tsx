import { useId, type ReactElement } from 'react';
import type { ProductView } from '../api';
import { say } from './languages/say';
import { sayAnswer } from './languages/sayAnswer';
import { money } from './money';
import { SignalFlag, type FlagLetter } from './SignalFlag';

const most = 12;

/** Everything on the shelf flies the flag of its first letter. */
const flagOf: Partial<Record<string, FlagLetter>> = {
  'harbour-espresso': 'H',
  'partridgeberry-square': 'P',
  'atlas-of-fog': 'A',
  'deck-mug': 'D',
};

interface ProductRowProps {
  product: ProductView;
  quantity: number;
  onQuantity: (quantity: number) => void;
}

export function ProductRow({ product, quantity, onQuantity }: ProductRowProps): ReactElement {
  const id = useId();
  const name = sayAnswer(product.name);

  function change(to: number): void {
    if (Number.isInteger(to)) onQuantity(Math.min(Math.max(to, 0), most));
  }

  return (
    <li className="product" data-empty={quantity === 0 || undefined}>
      <SignalFlag letter={flagOf[product.id] ?? 'F'} className="product-flag" />
      <div className="product-words">
        <h2>{name}</h2>
        <p>{sayAnswer(product.detail)}</p>
      </div>
      <p className="product-price">{money(product.price)}</p>
      <div className="stepper">
        <label className="visually-hidden" htmlFor={id}>
          {say('Quantity of {}', name)}
        </label>
        <button type="button" aria-label={say('One less: {}', name)} onClick={() => change(quantity - 1)}>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3 8h10" />
          </svg>
        </button>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={0}
          max={most}
          value={quantity}
          onChange={(event) => change(event.target.valueAsNumber)}
        />
        <button type="button" aria-label={say('One more: {}', name)} onClick={() => change(quantity + 1)}>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3 8h10M8 3v10" />
          </svg>
        </button>
      </div>
    </li>
  );
}
