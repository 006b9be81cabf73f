import { orders } from '../../../shop/orders';

/** Everything that the checkout and IOTPay ask the shop's server for. */
export const { GET, POST } = orders.routes;
