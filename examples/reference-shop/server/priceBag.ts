import type { BagItem, PricedBag, PricedLine } from '../api';
import { catalogue, type Product, type TaxClass } from './catalogue';
import { HttpError } from './errors';

const most = 12;

const taxRates: readonly { label: string; class: TaxClass; percent: bigint }[] = [
  { label: 'HST 15%', class: 'standard', percent: 15n },
  { label: 'HST 5% on books', class: 'books', percent: 5n },
];

function readItem(item: unknown): { product: Product; quantity: number } {
  const { productId, quantity } = (item ?? {}) as Partial<BagItem>;
  const product = typeof productId === 'string' ? catalogue.get(productId) : undefined;
  if (!product) throw new HttpError(400, 'unknown_product', 'Something in the bag is not on our shelves.');
  if (!Number.isInteger(quantity) || Number(quantity) < 0 || Number(quantity) > most) {
    throw new HttpError(400, 'bad_quantity', `We can send between 0 and ${most} of each thing.`);
  }
  return { product, quantity: Number(quantity) };
}

/** Half a cent goes up. Integers only: a rate times an amount in floating point loses cents. */
function taxOn(cents: number, percent: bigint): number {
  return Number((BigInt(cents) * percent + 50n) / 100n);
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * Prices a bag from its product ids and quantities, which is all that is read of what the browser sent: whatever
 * prices it may hold are not the shop's.
 *
 * @throws HttpError 400
 */
export function priceBag(items: unknown): PricedBag {
  const unreadable = new HttpError(400, 'bad_bag', 'We could not read the bag.');
  if (!Array.isArray(items) || items.length > catalogue.size) throw unreadable;
  const wanted = items.map(readItem).filter((item) => item.quantity > 0);
  if (new Set(wanted.map((item) => item.product.id)).size !== wanted.length) throw unreadable;

  const lines: PricedLine[] = wanted.map(({ product, quantity }) => ({
    productId: product.id,
    name: product.name,
    quantity,
    unitPrice: product.price,
    amount: product.price * quantity,
  }));
  const taxes = taxRates
    .map(({ label, class: taxClass, percent }) => {
      const taxed = wanted.filter((item) => item.product.tax === taxClass);
      return { label, amount: taxOn(sum(taxed.map((item) => item.product.price * item.quantity)), percent) };
    })
    .filter((tax) => tax.amount > 0);
  const subtotal = sum(lines.map((line) => line.amount));
  return { lines, subtotal, taxes, total: subtotal + sum(taxes.map((tax) => tax.amount)) };
}
