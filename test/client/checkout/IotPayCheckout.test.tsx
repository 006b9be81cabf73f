import { act, cleanup, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { fr, IotPayCheckout, IotPayProvider, zh, type IotPayCheckoutProps } from 'react-iotpay';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPage } from '../../../src/contract/page';
import { createPagelessFrame } from '../history/page/pagelessFrame';
import {
  Activity,
  hour,
  installOwnSdk,
  minute,
  openPages,
  pass,
  letPageRest,
  sleep,
} from '../rows/checkoutPage';
import { end, press, said, statusOf } from './customer';
import { installShop, savedCard, type ShopDouble } from './shopDouble';

const iotpay = openPages();
let shop: ShopDouble;

beforeEach(() => {
  shop = installShop();
});
afterEach(() => vi.unstubAllGlobals());

const checkout = (props: Partial<IotPayCheckoutProps> = {}) => (
  <IotPayCheckout url="/pay" request={{ cartId: 'c1' }} onError={() => undefined} {...props} />
);

async function open(props: Partial<IotPayCheckoutProps> = {}) {
  const page = render(checkout(props));
  await letPageRest();
  return page;
}

const form = () => screen.queryByTitle('Card details');

describe('a payment that goes through', () => {
  it('opens one order, shows its amount and the form', async () => {
    await open();
    expect(statusOf()).toBe('form');
    expect(said()).toContain('$24.34');
    expect(form()).not.toBeNull();
    expect(shop.asked).toMatchObject([
      { method: 'POST', path: '/pay/checkout', body: { request: { cartId: 'c1' } } },
    ]);
  });

  it('says paid only if the shop’s server does, whatever the form says', async () => {
    const onPaid = vi.fn();
    await open({ onPaid });
    await end(iotpay, shop, 'succeed', 'unclear');
    expect(statusOf()).toBe('confirming');
    expect(said()).toContain('Please do not pay again');
    expect(form()).toBeNull();
    expect(onPaid).not.toHaveBeenCalled();
    shop.order().truth = 'paid';
    await pass(1000);
    expect(statusOf()).toBe('paid');
    expect(onPaid.mock.calls).toEqual([[expect.objectContaining({ mchOrderNo: 'ORDER1', outcome: 'paid' })]]);
  });

  it('shows a receipt of a payment: the amount, the order’s number, the masked card, and no secret', async () => {
    const onPaid = vi.fn();
    await open({ onPaid });
    await end(iotpay, shop, 'succeed', 'paid');
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'Amount',
      'Order number',
      'Card',
    ]);
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      '$24.34',
      'ORDER1',
      '432567******2266',
    ]);
    expect(screen.getByRole('status').textContent).toBe('Payment received.');
    expect(JSON.stringify(onPaid.mock.calls)).not.toContain('s1');
  });

  it('shows the shop’s own receipt in place of the built-in one', async () => {
    await open({ receipt: ({ mchOrderNo }) => <h2>Thank you for {mchOrderNo}</h2> });
    await end(iotpay, shop, 'succeed', 'paid');
    expect(screen.getByRole('heading').textContent).toBe('Thank you for ORDER1');
    expect(screen.queryByRole('term')).toBeNull();
  });

  it('does not follow the gateway’s redirect', async () => {
    const replace = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await open();
    await end(iotpay, shop, 'succeed', 'paid');
    // jsdom says on the console that a page has tried to navigate.
    expect(replace).not.toHaveBeenCalled();
  });
});

describe('an unknown outcome', () => {
  it('asks about an unknown outcome with growing pauses, from one second to thirty', async () => {
    await open();
    await end(iotpay, shop, 'timeout', 'unclear');
    const asked: number[] = [];
    const begin = Date.now();
    let before = shop.count(/orders/);
    for (let second = 0; second < 130; second++) {
      await pass(1000);
      if (shop.count(/orders/) > before) asked.push(Math.round((Date.now() - begin) / 1000));
      before = shop.count(/orders/);
    }
    const pauses = asked.map((second, index) => second - (asked[index - 1] ?? 0));
    expect(pauses.slice(0, 5).every((pause, index) => pause >= 2 ** index)).toBe(true);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(31);
    expect(asked.length).toBeGreaterThanOrEqual(6);
    expect(statusOf()).toBe('confirming');
  });

  it('asks nothing about an unknown outcome while the page is hidden, and asks at once when the customer comes back', async () => {
    await open();
    await end(iotpay, shop, 'timeout', 'unclear');
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await sleep(0, new Event('visibilitychange'));
    const before = shop.count(/orders/);
    await pass(10 * minute);
    expect(shop.count(/orders/)).toBe(before);
    shop.order().truth = 'paid';
    visibility.mockReturnValue('visible');
    await sleep(hour, new Event('visibilitychange'));
    expect(statusOf()).toBe('paid');
  });

  it('keeps asking about an unknown outcome when answers are lost, hang or are an error page, and never calls them a failure', async () => {
    await open();
    await end(iotpay, shop, 'timeout', 'unclear');
    for (const network of ['loses', 'errors', 'down', 'refuses', 'hangs'] as const) {
      shop.network = network;
      await pass(2 * minute);
      expect(statusOf()).toBe('confirming');
      expect(said()).not.toMatch(/not accepted|not been charged|did not go through/);
    }
    shop.network = 'works';
    shop.order().truth = 'paid';
    await pass(minute);
    expect(statusOf()).toBe('paid');
  });

  it('offers another order after an unknown outcome that turns out to have failed', async () => {
    const onDeclined = vi.fn();
    await open({ onDeclined });
    await end(iotpay, shop, 'timeout', 'unclear');
    expect(onDeclined).not.toHaveBeenCalled();
    shop.order().truth = 'failed';
    await pass(1000);
    expect(statusOf()).toBe('declined');
    expect(said()).toContain('You have not been charged.');
    expect(onDeclined).toHaveBeenCalledTimes(1);
    await press('Try another card');
    expect(shop.asked.at(-1)?.body.declined).toBe('ORDER1');
    expect(statusOf()).toBe('form');
    await end(iotpay, shop, 'succeed', 'paid');
    expect(said()).toContain('ORDER2');
  });
});

describe('a decline', () => {
  it('tells a decline at once, and says that nothing was charged only once the server says so', async () => {
    const onDeclined = vi.fn();
    await open({ onDeclined });
    await end(iotpay, shop, 'fail', 'untouched');
    expect(statusOf()).toBe('declined');
    expect(screen.getByRole('alert').textContent).toContain('The card was not accepted.');
    expect(said()).not.toContain('not been charged');
    expect(onDeclined).toHaveBeenCalledTimes(1);
    shop.order().truth = 'failed';
    await sleep(minute, new Event('focus'));
    expect(said()).toContain('You have not been charged.');
    expect(onDeclined).toHaveBeenCalledTimes(1);
  });

  it('lets the customer take another card on another order after a decline, by one request', async () => {
    await open();
    await end(iotpay, shop, 'fail', 'untouched');
    const button = screen.getByRole('button', { name: 'Try another card' });
    await act(async () => {
      button.click();
      button.click();
    });
    await letPageRest();
    expect(shop.count('/pay/checkout')).toBe(2);
    expect(shop.asked.at(-1)?.body).toEqual({ request: { cartId: 'c1' }, declined: 'ORDER1' });
    expect(statusOf()).toBe('form');
    expect(iotpay.mounts.map(({ secureId }) => secureId)).toEqual(['s1', 's2']);
  });

  it('shows a declined order as paid if the server says so when the customer tries again', async () => {
    const onPaid = vi.fn();
    await open({ onPaid });
    await end(iotpay, shop, 'fail', 'paid');
    expect(statusOf()).toBe('declined');
    await press('Try another card');
    expect(statusOf()).toBe('paid');
    expect(onPaid).toHaveBeenCalledTimes(1);
    expect(shop.orders).toHaveLength(1);
  });

  it('shows a declined order as paid if the server says so when the page wakes', async () => {
    await open();
    await end(iotpay, shop, 'fail', 'paid');
    await sleep(hour, new Event('focus'));
    expect(statusOf()).toBe('paid');
  });

  it('still shows the decline after a lost answer to the next request, which can be tried again', async () => {
    await open();
    await end(iotpay, shop, 'fail', 'failed');
    shop.network = 'loses';
    await press('Try another card');
    expect(statusOf()).toBe('failed');
    expect(said()).not.toContain('not been charged');
    shop.network = 'works';
    await press('Try again');
    expect(statusOf()).toBe('form');
    expect(shop.orders).toHaveLength(2);
  });
});

describe('an order that can’t be opened', () => {
  it('tells the shop its server’s refusal to open an order, and tells the customer only known facts', async () => {
    const onError = vi.fn();
    shop.network = 'refuses';
    await open({ onError });
    expect(statusOf()).toBe('failed');
    expect(onError.mock.calls).toEqual([
      [
        expect.objectContaining({
          code: 'shop_refused',
          cause: expect.objectContaining({ code: 'cart_empty', message: 'No.', status: 409 }) as unknown,
        }),
      ],
    ]);
    expect(screen.getByRole('alert').textContent).toContain('If you have paid, you will get a receipt.');
    expect(said()).not.toContain('not been charged');
  });

  it.each(['down', 'errors', 'loses', 'hangs'] as const)(
    'can try again to open an order when the network %s',
    async (network) => {
      const onError = vi.fn();
      shop.network = network;
      await open({ onError });
      await pass(31_000);
      expect(statusOf()).toBe('failed');
      expect(onError).toHaveBeenCalledTimes(1);
      shop.network = 'works';
      await press('Try again');
      expect(statusOf()).toBe('form');
      expect(shop.orders).toHaveLength(1);
    },
  );
});

describe('IOTPay’s own page', () => {
  it('offers IOTPay’s own page if the script is blocked and no form was ever there', async () => {
    iotpay.blockScript();
    await open({ script: { retries: 0 } });
    await pass(1000);
    expect(statusOf()).toBe('failed');
    const link = screen.getByRole('link', { name: 'Pay on IOTPay’s page' });
    expect(link.getAttribute('href')).toBe('https://pay.example/s1');
    // The customer may have paid in a form before a reload.
    expect(said()).not.toContain('not been charged');
  });

  it('offers IOTPay’s own page if the form does not come', async () => {
    iotpay.hangMount();
    await open();
    await pass(16_000);
    expect(screen.queryByRole('link')).not.toBeNull();
  });

  it('does not offer IOTPay’s own page once a form was on the page, because the customer may have paid in it', async () => {
    installOwnSdk((host) => host.append(createPagelessFrame()));
    await open();
    await pass(16_000);
    expect(statusOf()).toBe('failed');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('does not link to IOTPay’s own page if its address is unsafe', async () => {
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
      const view = (await (await fetch(...args)).json()) as object;
      return Response.json({ ...view, redirectUrl: 'javascript:alert(1)' });
    });
    iotpay.blockScript();
    await open({ script: { retries: 0 } });
    await pass(1000);
    expect(statusOf()).toBe('failed');
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('the ways to pay', () => {
  it('shows no choice of ways to pay if there is only one', async () => {
    await open();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('changes the way to pay by another form of the shop’s server, and changes back without a request', async () => {
    await open({ methods: ['card', 'unionpay'] });
    await press('UnionPay');
    expect(shop.asked.at(-1)?.body.channel).toBe('UPI_EX');
    expect(iotpay.mounts.at(-1)?.secureId).toBe('s2');
    const asked = shop.count('/pay/checkout');
    await press('Card');
    expect(shop.count('/pay/checkout')).toBe(asked);
    expect(statusOf()).toBe('form');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Card' }).checked).toBe(true);
  });

  it('loses no payment that was begun in the form before the way to pay changed', async () => {
    const onPaid = vi.fn();
    await open({ methods: ['card', 'unionpay'], onPaid });
    act(() => iotpay.touch());
    await press('UnionPay');
    expect(statusOf()).toBe('form');
    shop.bySecureId('s1').truth = 'unclear';
    await act(async () => iotpay.mounts[0]?.succeed());
    await letPageRest();
    expect(statusOf()).toBe('confirming');
    expect(document.querySelector('iframe:not([hidden] *)')).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    shop.bySecureId('s1').truth = 'paid';
    await pass(1000);
    expect(onPaid.mock.calls).toEqual([[expect.objectContaining({ mchOrderNo: 'ORDER1' })]]);
  });

  it('lets the customer choose another way to pay, on another order, after a decline', async () => {
    await open({ methods: ['card', 'unionpay'] });
    await end(iotpay, shop, 'fail', 'untouched');
    await press('UnionPay');
    expect(shop.asked.at(-1)?.body).toEqual({
      request: { cartId: 'c1' },
      channel: 'UPI_EX',
      declined: 'ORDER1',
    });
  });
});

describe('a saved card', () => {
  const saved = { methods: ['saved', 'card'] as const };
  const name = 'Saved card 432567******2266';

  it('charges a saved card when the customer says so, and not before', async () => {
    shop.cards = [savedCard];
    const onPaid = vi.fn();
    await open({ ...saved, onPaid });
    expect(statusOf()).toBe('chosen');
    expect(screen.getByRole<HTMLInputElement>('radio', { name }).checked).toBe(true);
    expect(shop.count('/pay/checkout')).toBe(0);
    await press('Pay');
    expect(shop.asked.at(-1)?.body).toEqual({ request: { cartId: 'c1' }, cardId: 'c1' });
    expect(statusOf()).toBe('paid');
    expect(onPaid).toHaveBeenCalledTimes(1);
  });

  it('shows the amount on a saved card’s button once the server has said it', async () => {
    shop.cards = [savedCard];
    await open({ methods: ['card', 'saved'] });
    await press(name);
    expect(screen.getByRole('button').textContent).toBe('Pay $24.34');
  });

  it('offers no saved card if no customer is signed in', async () => {
    await open(saved);
    expect(statusOf()).toBe('form');
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('offers a form if a shop offers only saved cards and the customer has none', async () => {
    await open({ methods: ['saved'] });
    expect(statusOf()).toBe('form');
  });

  it('leads from a declined saved card to the form for another card', async () => {
    shop.cards = [savedCard];
    shop.charges = 'failed';
    await open(saved);
    await press('Pay');
    expect(statusOf()).toBe('declined');
    expect(said()).toContain('You have not been charged.');
    await press('Try another card');
    expect(statusOf()).toBe('form');
    expect(shop.asked.at(-1)?.body.declined).toBe('ORDER1');
  });

  it('confirms a saved card’s charge whose outcome is unknown, and never calls it a failure', async () => {
    shop.cards = [savedCard];
    shop.charges = 'unclear';
    await open(saved);
    await press('Pay');
    expect(statusOf()).toBe('confirming');
    expect(screen.queryByRole('button')).toBeNull();
    shop.order().truth = 'paid';
    await pass(1000);
    expect(statusOf()).toBe('paid');
  });

  it.each(['loses', 'errors', 'down', 'hangs'] as const)(
    'asks about a saved card’s charge by the same request when the network %s',
    async (network) => {
      shop.cards = [savedCard];
      await open(saved);
      shop.network = network;
      await press('Pay');
      await pass(31_000);
      expect(statusOf()).toBe('confirming');
      expect(said()).not.toMatch(/not accepted|not been charged|could not be used/);
      shop.network = 'works';
      await pass(minute);
      expect(statusOf()).toBe('paid');
      expect(shop.orders).toHaveLength(1);
      const charges = shop.asked.filter(({ body }) => body.cardId);
      expect(new Set(charges.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    },
  );

  it('does not call a saved card’s lost charge refused because the next question is', async () => {
    shop.cards = [savedCard];
    await open(saved);
    shop.network = 'loses';
    await press('Pay');
    shop.network = 'refuses';
    await pass(10_000);
    expect(statusOf()).toBe('confirming');
  });

  it('lets the customer try again, or choose another way to pay, if the server refuses to charge a saved card', async () => {
    shop.cards = [savedCard];
    const onError = vi.fn();
    await open({ ...saved, onError });
    shop.network = 'refuses';
    await press('Pay');
    expect(statusOf()).toBe('failed');
    expect(said()).toContain('This card could not be used.');
    expect(onError).toHaveBeenCalledTimes(1);
    shop.network = 'works';
    await press('Try again');
    expect(statusOf()).toBe('chosen');
    await press('Pay');
    expect(statusOf()).toBe('paid');
  });
});

describe('a page that comes and goes', () => {
  it('opens one order under StrictMode', async () => {
    render(<StrictMode>{checkout()}</StrictMode>);
    await letPageRest();
    expect(shop.count('/pay/checkout')).toBe(1);
    expect(iotpay.mounts).toHaveLength(1);
    await end(iotpay, shop, 'timeout', 'unclear');
    expect(shop.count(/orders/)).toBe(1);
  });

  it('opens one order for two checkouts of one sale, tells one of them, and shows both', async () => {
    const onPaid = vi.fn();
    render(
      <>
        {checkout({ onPaid })}
        {checkout({ onPaid })}
      </>,
    );
    await letPageRest();
    expect(shop.count('/pay/checkout')).toBe(1);
    await end(iotpay, shop, 'succeed', 'paid');
    expect(screen.getAllByText('ORDER1')).toHaveLength(2);
    expect(onPaid).toHaveBeenCalledTimes(1);
  });

  it('goes on from the same point when the checkout is mounted again', async () => {
    const onPaid = vi.fn();
    await open({ onPaid });
    await end(iotpay, shop, 'timeout', 'unclear');
    cleanup();
    const asked = shop.asked.length;
    await pass(10 * minute);
    expect(shop.asked).toHaveLength(asked);
    shop.order().truth = 'paid';
    await open({ onPaid });
    expect(statusOf()).toBe('paid');
    expect(shop.count('/pay/checkout')).toBe(1);
    cleanup();
    await open({ onPaid });
    expect(statusOf()).toBe('paid');
    expect(onPaid).toHaveBeenCalledTimes(1);
  });

  it('joins a request that was under way when the checkout was unmounted', async () => {
    render(checkout());
    cleanup();
    await letPageRest();
    await open();
    expect(shop.count('/pay/checkout')).toBe(1);
    expect(statusOf()).toBe('form');
  });

  it('leaves no timer, no listener and no form behind when the checkout goes', async () => {
    await open();
    await end(iotpay, shop, 'timeout', 'unclear');
    cleanup();
    await letPageRest();
    expect(vi.getTimerCount()).toBe(0);
    const asked = shop.asked.length;
    await sleep(hour, new Event('focus'));
    expect(shop.asked).toHaveLength(asked);
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('asks nothing while an Activity hides the checkout, and goes on when it shows again', async () => {
    const page = (mode: 'visible' | 'hidden') => <Activity mode={mode}>{checkout()}</Activity>;
    const { rerender } = render(page('visible'));
    await letPageRest();
    await end(iotpay, shop, 'timeout', 'unclear');
    rerender(page('hidden'));
    await letPageRest();
    const asked = shop.asked.length;
    await pass(10 * minute);
    expect(shop.asked).toHaveLength(asked);
    shop.order().truth = 'paid';
    rerender(page('visible'));
    await letPageRest();
    expect(statusOf()).toBe('paid');
    expect(shop.count('/pay/checkout')).toBe(1);
  });

  it('shows the server’s state after a reload: the open form, an unknown payment, a paid cart', async () => {
    const onPaid = vi.fn();
    await open({ onPaid });
    for (const [truth, status] of [
      ['untouched', 'form'],
      ['unclear', 'confirming'],
      ['paid', 'paid'],
    ] as const) {
      cleanup();
      forgetPage();
      shop.order().truth = truth;
      await open({ onPaid });
      expect(statusOf()).toBe(status);
    }
    expect(shop.orders).toHaveLength(1);
    expect(onPaid).toHaveBeenCalledTimes(1);
  });

  it('hears of a payment in another tab when the customer comes back', async () => {
    const onPaid = vi.fn();
    await open({ onPaid });
    shop.order().truth = 'paid';
    await sleep(minute, new Event('visibilitychange'));
    expect(statusOf()).toBe('paid');
    expect(form()).toBeNull();
    expect(onPaid).toHaveBeenCalledTimes(1);
  });

  it('asks about an open form once each time the page wakes', async () => {
    await open();
    await sleep(minute, new Event('focus'));
    expect(shop.count(/orders/)).toBe(1);
    await pass(10 * minute);
    expect(shop.count(/orders/)).toBe(1);
    expect(statusOf()).toBe('form');
  });

  it('asks about a form that the customer has entered, because IOTPay’s script may never say that it was paid', async () => {
    const onPaid = vi.fn();
    await open({ onPaid });
    act(() => iotpay.touch());
    shop.order().truth = 'paid';
    await pass(minute);
    expect(statusOf()).toBe('paid');
    expect(onPaid).toHaveBeenCalledOnce();
  });

  it('sells another request on another order', async () => {
    const { rerender } = await open();
    rerender(checkout({ request: { cartId: 'c2' } }));
    await letPageRest();
    expect(shop.orders.map(({ key }) => key)).toEqual(['{"cartId":"c1"}', '{"cartId":"c2"}']);
    rerender(checkout({ request: { cartId: 'c1' } }));
    await letPageRest();
    expect(shop.orders).toHaveLength(2);
  });

  it('keeps its form when handlers, languages or looks change', async () => {
    const { rerender } = await open();
    act(() => iotpay.touch());
    rerender(checkout({ onPaid: () => undefined, options: { theme: 'card' }, request: { cartId: 'c1' } }));
    await letPageRest();
    expect(iotpay.mounts).toHaveLength(1);
    expect(document.activeElement?.tagName).toBe('IFRAME');
  });
});

it('renews an untouched form when its hour is over', async () => {
  await open();
  shop.order().truth = 'failed';
  await pass(hour + minute);
  expect(shop.count('/pay/checkout')).toBe(2);
  expect(iotpay.mounts.at(-1)?.secureId).toBe('s2');
});

it('moves the keyboard’s focus to what the customer needs next, unless they are elsewhere', async () => {
  await open();
  act(() => iotpay.touch());
  await end(iotpay, shop, 'fail', 'untouched');
  expect(document.activeElement?.textContent).toBe('Try another card');
  await press('Try another card');
  await end(iotpay, shop, 'succeed', 'paid');
  expect(document.activeElement).toBe(screen.getByRole('status'));
});

it('takes no focus from a page that has just been opened', async () => {
  shop.network = 'refuses';
  await open();
  expect(document.activeElement).toBe(document.body);
});

it.each([
  ['fr-CA', /24,34\s\$/, 'Payer avec', 'Essayer une autre carte', 'Paiement reçu.'],
  ['zh', /24\.34/, '付款方式', '换一张卡', '付款成功。'],
])('shows the checkout’s texts in %s', async (locale, amount, payWith, another, paid) => {
  const page = (
    <IotPayProvider locale={locale} languages={[fr, zh]} messages={{ hostedPage: 'IOTPay' }}>
      {checkout({ methods: ['card', 'unionpay'] })}
    </IotPayProvider>
  );
  render(page);
  await letPageRest();
  expect(said()).toMatch(amount);
  expect(screen.getByRole('group', { name: payWith })).not.toBeNull();
  await end(iotpay, shop, 'fail', 'untouched');
  await press(another);
  await end(iotpay, shop, 'succeed', 'paid');
  expect(screen.getByRole('status').textContent).toBe(paid);
});
