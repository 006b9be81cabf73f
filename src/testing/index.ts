export { installFakeIotPay, type FakeIotPay, type FakeIotPayOptions } from './installFakeIotPay';
export type { FakeMount, FakeOutcomes } from './fakeMount';
export type { FakeSuccess } from './fakeEvents';
export { fakeOrder, fakeSavedCard } from './fakeData';
export { installFakeShop } from './shop/installFakeShop';
export type { FakeShop, FakeShopOptions, FakeShopOrder, FakeShopRequest } from './shop/fakeShop';
