export { testOrderStore, orderStoreCases } from './testOrderStore';
export type { OrderStoreCase } from './storeCase';
