import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { createIotPay, createNotificationHandler, type IotPay, sign } from '../../src/server/index';
import {
  answerWith,
  merchantKey,
  requests,
  secureId,
  session,
  startGateway,
  paidOrder,
  refuseWith,
} from './gateway/gatewayDouble';
import { post, signed } from './notifications/notificationDouble';

const cvv = 'CVV-987';
const card = '4111 1111 1111 1111';
const oldKey = 'the key before this one';

/** Every way in which an object ends up in a log. */
function shownForms(value: unknown): string[] {
  const error = value instanceof Error ? [String(value), value.stack ?? '', value.message] : [];
  return [
    inspect(value, { depth: Infinity, showHidden: true, getters: true }),
    inspect({ nested: [value] }, { depth: Infinity }),
    JSON.stringify(value),
    JSON.stringify({ ...(value as object) }),
    ...error,
  ];
}

/** Every call once, each followed by one that fails; gives all that came back, good or bad. */
async function fullRound(iotpay: IotPay): Promise<unknown[]> {
  const calls: (() => Promise<unknown>)[] = [
    () => iotpay.purchase(requests.purchase),
    () => iotpay.addCard(requests.addCard),
    () => iotpay.queryCard({ cardId: 'card-1' }),
    () => iotpay.purchaseWithToken(requests.purchaseWithToken),
    () => iotpay.purchaseWithWallet(requests.purchaseWithWallet),
    () => iotpay.query({ mchOrderNo: 'A-1' }),
    () => iotpay.voidPayment(requests.voidPayment),
    () => iotpay.refund(requests.refund),
    () => iotpay.waitForResult({ mchOrderNo: 'A-1', attempts: 1 }),
  ];
  const results: unknown[] = [];
  for (const call of calls) results.push(await call().catch((error: unknown) => error));
  return results;
}

describe('nothing that the library hands out shows a secret', () => {
  it('shows no secret in any result of a full round of calls, answered, refused, garbled, cut and misconfigured', async () => {
    const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(() => undefined),
    );
    const signs: string[] = [];
    const remember = (fields: Record<string, unknown>) => signs.push(String(fields.sign));
    const handedOut: unknown[] = [];
    const onExchange = (exchange: unknown) => handedOut.push(exchange);
    const config = { merchantKey: [merchantKey, oldKey], timeoutMs: 10_000, onExchange };

    const order = { ...paidOrder, cvv, secureId, sign: 'A'.repeat(32) };
    const answering = await startGateway((response, { path, fields }) => {
      remember(fields);
      const answers: Record<string, object> = {
        '/v3/cc_purchase': session,
        '/v3/cc_addcard': session,
        '/v3/cc_querycard': answerWith({ cardId: 'card-1', cardNum: '4325******2266', cvv }),
      };
      const refunding = 'mchRefundNo' in fields && { mchOrderNo: fields.mchRefundNo };
      response.end(JSON.stringify(answers[path] ?? answerWith({ ...order, ...refunding })));
    });
    const refusing = await startGateway((response, { fields }) => {
      remember(fields);
      const quoted = `sign ${String(fields.sign)} wrong for ${merchantKey} and ${oldKey}, ${secureId}, ${card}`;
      response.end(JSON.stringify({ ...refuseWith(quoted), retData: order }));
    });
    const garbling = await startGateway((response, { fields }) => {
      remember(fields);
      response.end(
        `{"retCode":"SUCCESS","sign":"${String(fields.sign)}","secureId":"${secureId}","cvv":"${cvv}`,
      );
    });
    const cutting = await startGateway((response, { fields }) => {
      remember(fields);
      response.destroy();
    });
    const clients = [answering, refusing, garbling, cutting].map(({ client }) => client(config));
    clients.push(
      answering.client({
        ...config,
        fetch: (_, init) => Promise.reject(Object.assign(new Error(init?.body as string), { request: init })),
      }),
    );

    handedOut.push(...clients);
    for (const results of await Promise.all(clients.map(fullRound))) handedOut.push(...results);
    expect(handedOut.filter((value) => value instanceof Error).length).toBe(4 * 9 - 4);

    const notified = await fullRoundOfNotifications(clients[0] as IotPay, signs);
    handedOut.push(...notified);

    for (const change of [{ merchantKey: `${merchantKey} ` }, { environment: { baseUrl: merchantKey } }]) {
      try {
        createIotPay({ environment: 'production', mchId: '1', loginName: 'a', merchantKey, ...change });
      } catch (error) {
        handedOut.push(error);
      }
    }
    expect(handedOut.slice(-2)).toMatchObject([{ code: 'invalid_config' }, { code: 'invalid_config' }]);

    expect(signs.length).toBeGreaterThan(40);
    const secrets = [merchantKey, oldKey, secureId, cvv, card, ...signs];
    for (const value of handedOut) {
      const isSession = typeof value === 'object' && value !== null && 'secureId' in value;
      // A session's JSON is the one place for a secureId: the shop answers its customer's browser with it.
      const forms = isSession
        ? shownForms(value).filter((form) => !form.startsWith('{"'))
        : shownForms(value);
      for (const form of forms) {
        for (const secret of secrets) expect(form).not.toContain(secret);
      }
    }
    for (const spy of logged) expect(spy).not.toHaveBeenCalled();
  }, 30_000);
});

/** Good, forged, malformed and failing notifications; gives all that reached the shop or went back to the gateway. */
async function fullRoundOfNotifications(iotpay: IotPay, signs: string[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  const keep = (...values: unknown[]) => void seen.push(...values);
  const fields = { ...paidOrder, cvv, secureId };
  const genuine = signed(fields, oldKey);
  signs.push(String(genuine.sign));
  const bodies = [
    genuine,
    { ...genuine, amount: 1 },
    { ...genuine, sign: String(genuine.sign).toLowerCase() },
    { ...genuine, sign: sign(genuine, `${merchantKey} `) },
    signed({ ...fields, mchId: '666' }),
    signed({ ...fields, status: 0 }),
    signed({ ...fields, payType: 'refund' }),
  ];
  for (const onPayment of [keep, () => Promise.reject(new Error('database down'))]) {
    for (const expectOrder of [false, () => undefined, () => ({ amount: 1 })] as const) {
      const handler = createNotificationHandler({
        iotpay,
        onPayment,
        expect: expectOrder,
        onRefund: keep,
        onReject: keep,
        onError: keep,
      });
      seen.push(handler);
      for (const body of bodies) {
        const response = await handler.fetch(
          new Request('https://shop.example/', post(JSON.stringify(body))),
        );
        seen.push(await response.text(), [...response.headers]);
      }
    }
  }
  return seen;
}
