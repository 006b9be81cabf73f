import { tellOnce } from '../../order/tellOnce';
import type { Shop } from '../../shop/useShop';
import type { IotPayMethod, IotPayMethodName } from './method';
import type { SaleView } from './saleView';
import { knownSale, saleOf } from './sales';
import type { UseIotPayCheckoutOptions } from '../checkoutProps';

/** The latest inputs of a checkout component. */
export interface SaleInputs {
  key: string;
  shop: Shop;
  request: Record<string, unknown>;
  names: readonly IotPayMethodName[];
  props: Pick<UseIotPayCheckoutOptions, 'onPaid' | 'onDeclined'>;
  /** Tries again to show the form. */
  retryForm: () => void;
}

/** The connection between one checkout component and the sales of its page. Its functions always stay the same. */
export interface SaleViewer {
  readonly update: (inputs: SaleInputs) => void;
  /** Shows the sale of these inputs, until the returned function is called. */
  readonly attach: () => () => void;
  /** Tells the shop the state of the sale if that is news. */
  readonly tell: (view: SaleView) => void;
  readonly choose: (method: IotPayMethod) => void;
  readonly pay: () => void;
  readonly tryAgain: () => void;
  /** Asks the shop's server once more. */
  readonly refresh: () => void;
}

export function createSaleViewer(): SaleViewer {
  let inputs: SaleInputs;
  const sale = () => knownSale(inputs.key);

  return {
    update(next) {
      inputs = next;
    },
    attach() {
      const { key, shop, request, names } = inputs;
      return saleOf(key, shop, request).attach(shop, names);
    },
    tell({ status, order }) {
      const { onPaid, onDeclined } = inputs.props;
      if (status === 'paid') tellOnce(status, order, onPaid);
      else if (status === 'declined') tellOnce(status, order, onDeclined);
    },
    choose: (method) => sale()?.choose(method),
    pay: () => sale()?.pay(),
    tryAgain() {
      if (sale()?.get().status === 'failed') inputs.retryForm();
      else sale()?.tryAgain();
    },
    refresh: () => sale()?.refresh(),
  };
}
