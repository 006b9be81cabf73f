import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNotificationHandler, type NotificationOptions } from '../../../../src/server/index';
import { merchantKey, paidOrder } from '../../gateway/gatewayDouble';
import { iotpay, signed } from '../notificationDouble';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...values: unknown[]) => void lines.push(values.join(' ')));
});

/** Delivers to a shop that has given no hooks. */
async function deliver(fields: object | string, options: Partial<NotificationOptions> = {}) {
  const handler = createNotificationHandler({
    iotpay,
    expect: false,
    onPayment: () => undefined,
    ...options,
  });
  return handler.receive({ body: typeof fields === 'string' ? fields : JSON.stringify(fields) });
}

const forged = { ...signed(), amount: 1 };

describe('a shop without onReject and onError', () => {
  it.each<[string, object, Partial<NotificationOptions>, RegExp]>([
    [
      'a wrong key',
      signed(paidOrder, 'the key of another account'),
      {},
      /401 \(sign_mismatch\).*key.*length/,
    ],
    ['a re-encoded body', { ...signed({ ...paidOrder, body: 'a b' }), body: 'a+b' }, {}, /plus signs/],
    [
      'a payment of another amount',
      signed(),
      { expect: () => ({ amount: 1 }) },
      /A payment was taken.*paid 1999, ordered 1.*PC20.*A-1/,
    ],
    [
      'a payment for an unknown order',
      signed(),
      { expect: () => null },
      /A payment was taken.*does not know.*PC20.*A-1/,
    ],
    ['another merchant', signed({ ...paidOrder, mchId: '666' }), {}, /403 \(wrong_merchant\)/],
    ['an undecided order', signed({ ...paidOrder, status: 0 }), {}, /not_settled.*A-1/],
    [
      'a database that fails',
      signed(),
      { onPayment: () => Promise.reject(new Error('no connection')) },
      /not stored.*Error: no connection.*PC20.*A-1/,
    ],
    [
      'an expect that fails',
      signed(),
      { expect: () => Promise.reject(new Error('no connection')) },
      /not stored.*no connection/,
    ],
    [
      'an expect that returns dollars',
      signed(),
      { expect: () => ({ amount: 19.99 }) },
      /not stored.*expect must return.*whole cents/,
    ],
    [
      'a refund that is not stored',
      signed({ ...paidOrder, payType: 'refund' }),
      { onRefund: () => Promise.reject(new Error('full')) },
      /not stored.*full/,
    ],
  ])('reads one clear line about %s', async (_, fields, options, line) => {
    await deliver(fields, options);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines[0]).toMatch(/^\[react-iotpay\] [^\n]*$/);
  });

  it('writes no line if all is well', async () => {
    await deliver(signed(), { expect: () => ({ amount: '1999' }) });
    await deliver(signed({ ...paidOrder, payType: 'refund' }));
    await deliver(signed({ ...paidOrder, status: 9 }));
    expect(lines).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'an error with a cause',
      new Error('insert failed', { cause: new Error('disk full') }),
      /insert failed, because Error: disk full/,
    ],
    [
      'a connection that was refused at every address',
      Object.assign(new Error(''), { errors: [new Error('connect ECONNREFUSED ::1:5432')] }),
      /because Error: connect ECONNREFUSED/,
    ],
    ['a text', 'out of memory', /500.*: out of memory \[/],
    ['nothing', undefined, /something that is no error/],
    ['several lines', new Error('one\r\ntwo'), /one two/],
    [
      'what can not be read',
      Object.defineProperty({}, 'message', {
        get() {
          throw new Error('no');
        },
      }),
      /an error that can not be read/,
    ],
  ])('reads in one line why a payment was not stored: %s', async (_, thrown, line) => {
    const onPayment = () => {
      throw thrown;
    };
    expect((await deliver(signed(), { onPayment })).status).toBe(500);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines[0]).not.toMatch(/[\r\n]/);
  });

  it('writes nothing secret into the log', async () => {
    const message = signed({ ...paidOrder, cvv: 'CVV-987', secureId: 'f'.repeat(64) });
    const failure = new Error(`could not insert ${JSON.stringify({ ...message, cvv: undefined })}`);
    await deliver(message, { onPayment: () => Promise.reject(failure) });
    await deliver({ ...message, amount: 1 });
    await deliver(signed(paidOrder, `${merchantKey} `));
    expect(lines.length).toBe(3);
    for (const secret of [merchantKey, String(message.sign), 'CVV-987', 'f'.repeat(64)]) {
      expect(lines.join('\n')).not.toContain(secret);
    }
  });
});

describe('a flood of forgeries', () => {
  it('fills no log: a few lines, then one a minute that tells how many were left out', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { receive } = createNotificationHandler({ iotpay, expect: false, onPayment: () => undefined });
      const flood = async () => {
        for (let sent = 0; sent < 100; sent++) await receive({ body: JSON.stringify(forged) });
      };
      await flood();
      expect(lines.length).toBe(5);
      vi.advanceTimersByTime(60_000);
      await flood();
      expect(lines.length).toBe(6);
      expect(lines[5]).toContain('95 more');
    } finally {
      vi.useRealTimers();
    }
  });

  it('hides neither another kind of rejection nor a payment that was not stored', async () => {
    const { receive } = createNotificationHandler({
      iotpay,
      expect: ({ mchOrderNo }) => ({ amount: mchOrderNo === 'A-1' ? 1999 : 1 }),
      onPayment: () => Promise.reject(new Error('no connection')),
    });
    for (let sent = 0; sent < 100; sent++) await receive({ body: JSON.stringify(forged) });
    lines.length = 0;
    for (let sent = 0; sent < 20; sent++) await receive({ body: JSON.stringify(signed()) });
    await receive({ body: JSON.stringify(signed({ ...paidOrder, mchOrderNo: 'A-2' })) });
    await receive({ body: '' });
    expect(lines.length).toBe(22);
  });
});

describe('a hook', () => {
  it('writes no line if the shop has a hook', async () => {
    const hooks = { onReject: () => undefined, onError: () => undefined };
    await deliver(forged, hooks);
    await deliver(signed(), { ...hooks, onPayment: () => Promise.reject(new Error('no connection')) });
    expect(lines).toEqual([]);
  });

  it('writes the line after all if the shop’s hook fails', async () => {
    const failing = () => Promise.reject(new Error('log service down'));
    await deliver(forged, { onReject: failing });
    await deliver(signed(), {
      onError: failing,
      onPayment: () => Promise.reject(new Error('no connection')),
    });
    expect(lines).toEqual([
      expect.stringContaining('sign_mismatch'),
      expect.stringContaining('no connection'),
    ]);
  });

  it('waits no longer for a hook that hangs than for a payment', async () => {
    vi.useFakeTimers();
    try {
      const answer = deliver(forged, { onReject: () => new Promise(() => undefined) });
      await vi.advanceTimersByTimeAsync(30_000);
      expect((await answer).status).toBe(401);
      expect(lines).toEqual([expect.stringContaining('sign_mismatch')]);
    } finally {
      vi.useRealTimers();
    }
  });
});
