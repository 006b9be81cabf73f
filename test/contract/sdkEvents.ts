import { describe, expect, it } from 'vitest';
import type { IotPayMode, IotPaySdkEvent } from '../../src/contract/sdk';
import type { FormEnding, SdkPage } from './sdkPage';

/** The data of a payment: an order (docs/gateway-contract.md, section 3), and the redirect of the customer. */
const orderFields = [
  ...[
    'payOrderId',
    'mchId',
    'mchOrderNo',
    'currency',
    'amount',
    'payType',
    'refundable',
    'status',
    'paySuccTime',
  ],
  ...['cardNum', 'cardType', 'expiryDate', 'invoiceNum', 'authNum', 'transNum', 'channel'],
  'redirectUrl',
];

const masked = expect.stringMatching(/^\d{6}\*+\d{4}$/) as string;

const data = (event: IotPaySdkEvent | undefined) => event?.detail?.retData ?? {};

const fieldsOf = (record: object) => Object.keys(record).sort();

/** The redirect of the customer: the page, and the fields that are added to its query. */
function redirectOf(event: IotPaySdkEvent | undefined) {
  const { redirectUrl } = data(event);
  const url = new URL(typeof redirectUrl === 'string' ? redirectUrl : 'nowhere:');
  return { page: url.origin + url.pathname, query: Object.fromEntries(url.searchParams) };
}

/** The SDK's event at each end of a payment. */
export function describeSdkEvents({ sdk, callback, place, create, frames, calls }: SdkPage): void {
  /** Opens a form and brings it to its end. Returns the event of the callback. */
  async function eventsOf(
    ending: FormEnding,
    mode: IotPayMode = 'Pay',
    count = 1,
  ): Promise<IotPaySdkEvent[]> {
    create(await sdk.secureId(mode, ending), mode).mount('#form', callback);
    await expect.poll(frames).toBe(1);
    await sdk.end('#form', ending);
    await calls(count);
    return callback.mock.calls.map(([event]) => event);
  }

  describe('the callback gets', () => {
    it('calls back with a paid order, with every field that is documented', async () => {
      const [event] = await eventsOf('paid');
      expect(event).toMatchObject({ result: 'SUCCESS', detail: { retCode: 'SUCCESS', retMsg: '' } });
      expect(fieldsOf(data(event))).toEqual([...orderFields].sort());
      expect(data(event)).toMatchObject({
        payOrderId: expect.stringMatching(/^PC\d{20,28}$/) as string,
        currency: 'CAD',
        amount: expect.any(Number) as number,
        payType: 'pay',
        status: 2,
        paySuccTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
        cardNum: masked,
        cardType: 'V',
        expiryDate: expect.stringMatching(/^\d{4}$/) as string,
        channel: 'PF_CC',
      });
      expect(data(event).refundable).toBe(data(event).amount);
    });

    it('calls back with a saved card, its cvv included', async () => {
      const [event] = await eventsOf('paid', 'Add');
      expect(event).toMatchObject({ result: 'SUCCESS', detail: { retCode: 'SUCCESS', retMsg: '' } });
      expect(fieldsOf(data(event))).toEqual([
        'cardId',
        'cardNum',
        'cvv',
        'expiryDate',
        'holder',
        'redirectUrl',
      ]);
      expect(data(event)).toMatchObject({ cardNum: masked, cvv: '123' });
    });

    it('calls back with the reason of a refusal twice, and the order that failed', async () => {
      const [event] = await eventsOf('declined');
      const reason = event?.message ?? '';
      expect(reason).not.toBe('');
      expect(event).toMatchObject({ result: 'FAIL', detail: { retCode: 'FAIL', retMsg: reason } });
      const notPaid = ['paySuccTime', 'invoiceNum', 'authNum', 'transNum'];
      expect(fieldsOf(data(event))).toEqual(orderFields.filter((name) => !notPaid.includes(name)).sort());
      expect(data(event)).toMatchObject({ status: 9, refundable: 0 });
    });

    it('calls back with the name of a card that was not saved', async () => {
      const [event] = await eventsOf('declined', 'Add');
      expect(event).toMatchObject({ result: 'FAIL', detail: { retCode: 'FAIL' } });
      expect(fieldsOf(data(event))).toEqual(['cardId', 'redirectUrl']);
    });

    it('calls back with only a word when the SDK gave up asking', async () => {
      expect(await eventsOf('given up')).toEqual([{ result: 'FAIL', message: 'Timeout' }]);
    });

    it('calls back with success and an order that is not paid yet when the gateway does not know', async () => {
      const [event] = await eventsOf('pending');
      expect(event).toMatchObject({
        result: 'SUCCESS',
        detail: { retCode: 'SUCCESS', retData: { status: 0 } },
      });
    });

    it('calls back in an older release’s shape', async () => {
      const [event] = await eventsOf('in the old shape');
      expect(event).toMatchObject({ retCode: 'SUCCESS', retMsg: '', retData: { status: 2 } });
      expect(event).not.toHaveProperty('result');
    });

    it('calls back twice with the same event, also when the element has gone after the first time', async () => {
      callback.mockImplementation(() => place().remove());
      const [first, second] = await eventsOf('twice', 'Pay', 2);
      expect(second).toEqual(first);
    });
  });

  describe('its redirectUrl is the merchant’s returnUrl', () => {
    const page = sdk.returnUrl.replace('?shop=7', '');

    it.each(['paid', 'pending'] as const)(
      'appends the order and its status to the merchant’s returnUrl when that is %s',
      async (ending) => {
        const [event] = await eventsOf(ending);
        const { mchOrderNo } = data(event);
        const status = ending === 'paid' ? '2' : '0';
        const query = { shop: '7', retCode: 'SUCCESS', status, mchOrderNo };
        expect(redirectOf(event)).toEqual({ page, query });
      },
    );

    it('appends the reason to the merchant’s returnUrl, too, when the payment was declined', async () => {
      const [event] = await eventsOf('declined');
      const { mchOrderNo } = data(event);
      const query = { shop: '7', retCode: 'FAIL', retMsg: event?.message, status: '9', mchOrderNo };
      expect(redirectOf(event)).toEqual({ page, query });
    });

    it.each(['paid', 'declined'] as const)(
      'appends no order to the merchant’s returnUrl for a card that was %s',
      async (ending) => {
        const [event] = await eventsOf(ending, 'Add');
        const result =
          ending === 'paid' ? { retCode: 'SUCCESS' } : { retCode: 'FAIL', retMsg: event?.message };
        expect(redirectOf(event)).toEqual({ page, query: { shop: '7', ...result } });
      },
    );
  });
}
