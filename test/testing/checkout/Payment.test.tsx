// Payment.test.tsx: the whole checkout, with a fake of your server
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { IotPayCheckout } from 'react-iotpay';
import { installFakeShop } from 'react-iotpay/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const shop = installFakeShop({ url: '/pay', amount: 2434, afterEach }); // as new for each test
const onPaid = vi.fn();

beforeEach(() => {
  onPaid.mockClear();
  render(<IotPayCheckout url="/pay" request={{ cartId: 'cart-7' }} onPaid={onPaid} />);
});
afterEach(cleanup);

it('takes another card after a decline, and goes on once the order is paid', async () => {
  await shop.decline();
  fireEvent.click(screen.getByRole('button', { name: 'Try another card' }));
  await shop.pay();
  expect(onPaid).toHaveBeenCalledOnce();
  expect(shop.orders).toMatchObject([{ outcome: 'failed' }, { outcome: 'paid', amount: 2434 }]);
});

it('never offers to pay again while the outcome is unknown', async () => {
  await shop.leaveUndecided();
  expect(screen.queryByRole('button')).toBeNull();
});
