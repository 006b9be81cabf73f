import { toCents } from 'react-iotpay/server';
import type { BagItem } from '../api';

/** Newfoundland and Labrador: HST is 15 %; books get 10 of it back at the till; beans are groceries, at 0 %. */
export type TaxClass = 'standard' | 'books' | 'groceries';

export interface Product {
  id: string;
  name: string;
  detail: string;
  /** In whole cents. */
  price: number;
  tax: TaxClass;
}

const products: readonly Product[] = [
  {
    id: 'harbour-espresso',
    name: 'Harbour Espresso',
    detail: 'Whole beans, 340 g',
    price: toCents('19.99'),
    tax: 'groceries',
  },
  {
    id: 'partridgeberry-square',
    name: 'Partridgeberry square',
    detail: 'Baked this morning',
    price: toCents('4.35'),
    tax: 'standard',
  },
  {
    id: 'atlas-of-fog',
    name: 'A Small Atlas of Fog',
    detail: 'Paperback, 128 pages',
    price: toCents('24.95'),
    tax: 'books',
  },
  {
    id: 'deck-mug',
    name: 'Deck mug',
    detail: 'Enamel, 350 ml',
    price: toCents('16.50'),
    tax: 'standard',
  },
];

export const catalogue: ReadonlyMap<string, Product> = new Map(
  products.map((product) => [product.id, product]),
);

export const firstBag: BagItem[] = [
  { productId: 'harbour-espresso', quantity: 1 },
  { productId: 'partridgeberry-square', quantity: 2 },
  { productId: 'atlas-of-fog', quantity: 1 },
];
