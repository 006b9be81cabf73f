export { signedNotification, type SignedNotification } from './signedNotification';
export { fakeOrder, fakeSavedCard } from '../fakeData';
export type { IotPayOrder } from '../../contract/order';
export type { IotPaySavedCard } from '../../contract/savedCard';
