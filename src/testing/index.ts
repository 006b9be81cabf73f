export {
  installFakeIotPay,
  type FakeIotPay,
  type FakeIotPayOptions,
  type FakeMount,
  type FakeOutcomes,
} from './installFakeIotPay';
export { fakeOrder, fakeSavedCard } from './fakeData';
