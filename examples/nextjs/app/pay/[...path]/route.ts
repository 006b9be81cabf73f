import { orders } from '../../../shop/orders';

/** The routes for the checkout and for IOTPay. */
export const { GET, POST } = orders.routes;
