export { installFakeIotPay, type FakeIotPay, type FakeIotPayOptions } from './installFakeIotPay';
export type { FakeMount, FakeOutcomes } from './fakeMount';
export type { FakeSuccess } from './fakeEvents';
export { fakeOrder, fakeSavedCard } from './fakeData';
