import type { ReactElement } from 'react';
import { preloadIotPay } from 'react-iotpay';
import type { ShopView } from '../api';
import { say } from './languages/say';
import { PageTitle } from './PageTitle';
import { ProductRow } from './ProductRow';
import { navigate } from './route';
import { Summary } from './Summary';
import { useBag } from './useBag';

export function BagPage({ shop }: { shop: ShopView }): ReactElement {
  const { bag, items, isOld, failed, change } = useBag();

  // The customer is about to need it: the connection and the download can start, without asking for an order yet.
  const preload = () => preloadIotPay({ src: shop.iotPayScript });

  function changeQuantity(productId: string, quantity: number): void {
    change([...items.filter((item) => item.productId !== productId), { productId, quantity }]);
  }

  return (
    <>
      <PageTitle title={say('Your bag')} />
      <div className="columns">
        <ul className="products">
          {shop.products.map((product) => (
            <ProductRow
              key={product.id}
              product={product}
              quantity={items.find((item) => item.productId === product.id)?.quantity ?? 0}
              onQuantity={(quantity) => changeQuantity(product.id, quantity)}
            />
          ))}
        </ul>
        <Summary title={say('Summary')} bag={bag} isOld={isOld}>
          {failed && (
            <p role="alert">{say('We could not work out the total. Change something to try again.')}</p>
          )}
          {bag?.total === 0 && <p className="hint">{say('The bag is empty.')}</p>}
          <button
            type="button"
            className="button"
            disabled={isOld || !bag?.total}
            onPointerEnter={preload}
            onFocus={preload}
            onClick={() => navigate('/checkout')}
          >
            {say('Check out')}
          </button>
        </Summary>
      </div>
    </>
  );
}
