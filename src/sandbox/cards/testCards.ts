import { digitsOf } from '../cardRules/cardNumber';
import type { NotificationFaultKind } from '../consoleApi/commands';
import type { CardEffect, SandboxTestCard } from './cardEffect';

const card = (
  number: string,
  brand: string,
  title: string,
  behaviour: string,
  effect: CardEffect,
): SandboxTestCard => ({
  number,
  brand,
  channel: brand === 'UnionPay' ? 'UPI_EX' : 'PF_CC',
  title,
  behaviour,
  effect,
});

const notified = (number: string, title: string, behaviour: string, notification: NotificationFaultKind) =>
  card(number, 'Visa', title, behaviour, { kind: 'paid', status: 2, notification });

/** The cards of the sandbox. Any expiry date to come, any security code and any name go with them. */
export const testCards: readonly SandboxTestCard[] = [
  card('4242 4242 4242 4242', 'Visa', 'Paid', 'Paid with order status 2.', { kind: 'paid', status: 2 }),
  card(
    '5555 5555 5555 4444',
    'Mastercard',
    'Paid, status 3',
    'Paid with order status 3: the other success.',
    { kind: 'paid', status: 3 },
  ),
  card(
    '3782 822463 10005',
    'Amex',
    'Paid, 4-digit code',
    'Paid with order status 2; the security code has 4 digits.',
    { kind: 'paid', status: 2 },
  ),
  card('4000 0000 0000 0002', 'Visa', 'Declined', 'FAIL “Card declined”; order status 9.', {
    kind: 'refused',
    retMsg: 'Card declined',
  }),
  card('4000 0000 0000 9995', 'Visa', 'Insufficient funds', 'FAIL “Insufficient funds”; order status 9.', {
    kind: 'refused',
    retMsg: 'Insufficient funds',
  }),
  card(
    '4000 0000 0000 0119',
    'Visa',
    'Gateway error',
    'The gateway breaks in mid-payment: FAIL “system error” with no detail; order status 9.',
    { kind: 'broken' },
  ),
  card(
    '4000 0000 0000 0077',
    'Visa',
    'Pending',
    'SUCCESS, but with order status 0; paid and notified a little later.',
    { kind: 'pending' },
  ),
  card('4000 0000 0000 0226', 'Visa', 'Called back twice', 'Paid; the SDK calls back twice.', {
    kind: 'paid',
    status: 2,
    calls: 'twice',
  }),
  card(
    '4000 0000 0000 0333',
    'Visa',
    'Old event shape',
    'Paid; the SDK calls back as its older release did: { retCode, retMsg, retData }.',
    { kind: 'paid', status: 2, calls: 'in the old shape' },
  ),
  card(
    '4000 0000 0000 0341',
    'Visa',
    'Saved, then declined',
    'Can be saved; paying with it fails: FAIL “Card declined”; order status 9.',
    { kind: 'refused', retMsg: 'Card declined', onceSaved: 'FAIL' },
  ),
  card(
    '4000 0000 0000 0358',
    'Visa',
    'Saved, then status 9',
    'Can be saved; paying with the saved card fails with SUCCESS and order status 9.',
    { kind: 'refused', retMsg: 'Insufficient funds', onceSaved: 'status 9' },
  ),
  notified('4000 0000 0000 0408', 'Notification lost', 'Paid; the notification is never sent.', 'lost'),
  notified('4000 0000 0000 0416', 'Notified twice', 'Paid; the notification comes twice at once.', 'doubled'),
  notified('4000 0000 0000 0424', 'Notified late', 'Paid; the notification comes 10 seconds later.', 'late'),
  notified(
    '4000 0000 0000 0432',
    'Notified out of order',
    'Paid; the notification waits until a later one has been sent.',
    'outOfOrder',
  ),
  notified(
    '4000 0000 0000 0440',
    'Wrong signature',
    'Paid; the notification comes wrongly signed at first, then right.',
    'wrongSignature',
  ),
  card('6200 0000 0000 0005', 'UnionPay', 'Paid in the app', 'Paid at the third poll.', {
    kind: 'app',
    polls: 3,
  }),
  card('6200 0000 0000 0302', 'UnionPay', 'Declined in the app', 'FAIL at the second poll; order status 9.', {
    kind: 'app',
    polls: 2,
    refusal: 'Payment cancelled by customer',
  }),
  card(
    '6200 0000 0000 0104',
    'UnionPay',
    'No answer, but paid',
    'The SDK gives up with “Timeout” and no notification comes; cc_query then says paid.',
    { kind: 'silent', status: 2 },
  ),
  card(
    '6200 0000 0000 0203',
    'UnionPay',
    'No answer, and failed',
    'The SDK gives up with “Timeout”; cc_query then says failed.',
    { kind: 'silent', status: 9 },
  ),
];

export function findTestCard(number: string): SandboxTestCard | undefined {
  const digits = digitsOf(number);
  return testCards.find((one) => digitsOf(one.number) === digits);
}
