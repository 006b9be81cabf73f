import { cleanup, render, screen } from '@testing-library/react';
import { fr, IotPayProvider, IotPayReturn, type IotPayReturnProps } from 'react-iotpay';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { said, statusOf } from '../checkout/customer';
import { installShop, type ShopDouble } from '../checkout/shopDouble';
import { minute, openPages, pass, letPageRest } from '../rows/checkoutPage';

openPages();
let shop: ShopDouble;

beforeEach(async () => {
  shop = installShop();
  await fetch('/pay/checkout', { method: 'POST', body: '{}' });
  history.replaceState(null, '', '/return?mchOrderNo=ORDER1&retCode=SUCCESS&status=2');
});
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

async function open(props: Partial<IotPayReturnProps> = {}) {
  render(<IotPayReturn url="/pay" {...props} />);
  await letPageRest();
}

it('waits for the shop’s server, whatever the return page’s address says', async () => {
  const onPaid = vi.fn();
  await open({ onPaid });
  expect(screen.getByRole('status').textContent).toContain('We are waiting for confirmation.');
  expect(onPaid).not.toHaveBeenCalled();
  shop.order().truth = 'paid';
  await pass(minute);
  expect(screen.getByRole('status').textContent).toBe('Payment received.');
  expect(said()).toContain('$24.34');
  expect(onPaid.mock.calls).toEqual([[expect.objectContaining({ mchOrderNo: 'ORDER1' })]]);
});

it('says that nothing was charged when the server says so, and never before', async () => {
  const onFailed = vi.fn();
  shop.network = 'down';
  await open({ onFailed });
  await pass(10 * minute);
  expect(statusOf()).toBe('unknown');
  expect(said()).not.toMatch(/not been charged|did not go through/);
  shop.network = 'works';
  shop.order().truth = 'failed';
  await pass(minute);
  expect(said()).toContain('The payment did not go through. You have not been charged.');
  expect(onFailed).toHaveBeenCalledTimes(1);
});

it('says only known facts if no order is named, and asks nothing', async () => {
  history.replaceState(null, '', '/return');
  const asked = shop.asked.length;
  await open();
  expect(said()).toBe('If you have paid, you will get a receipt.');
  expect(shop.asked).toHaveLength(asked);
});

it('follows the order that it is given instead, and shows the shop’s own receipt', async () => {
  shop.order().truth = 'paid';
  history.replaceState(null, '', '/return?mchOrderNo=OTHER');
  await open({ mchOrderNo: 'ORDER1', receipt: (order) => <b>{order.mchOrderNo} is yours</b> });
  expect(said()).toContain('ORDER1 is yours');
});

it('tells an order once per page', async () => {
  const onPaid = vi.fn();
  shop.order().truth = 'paid';
  await open({ onPaid });
  cleanup();
  await open({ onPaid });
  expect(onPaid).toHaveBeenCalledTimes(1);
});

it('speaks the customer’s language', async () => {
  shop.order().truth = 'failed';
  render(
    <IotPayProvider locale="fr_CA" languages={[fr]} messages={{ orderFailed: 'Rien n’a été payé.' }}>
      <IotPayReturn url="/pay" />
    </IotPayProvider>,
  );
  await letPageRest();
  expect(said()).toBe('Rien n’a été payé. Aucun montant n’a été débité.');
});
