import { describe, expect, it } from 'vitest';
import { IotPayError, isIotPayServerError, type IotPayServerError, toCents } from '../../src/server/index';
import {
  IotPayGatewayError,
  IotPayOutcomeUnknownError,
  IotPaySessionLostError,
  IotPayValidationError,
} from '../../src/server/errors';

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

/** The code of a shop. Each code leads to its own fields, without a cast. */
function nextStep(error: IotPayServerError): string {
  switch (error.code) {
    case 'outcome_unknown':
      return `query ${error.mchRefundNo ?? error.mchOrderNo ?? ''}`;
    case 'session_lost':
      return `forget ${error.mchOrderNo ?? ''}`;
    case 'invalid_request':
      return `mend ${error.issues.map(({ field }) => field).join()}`;
    case 'gateway_refused':
    case 'card_not_bound':
    case 'order_not_found':
      return `show ${error.retMsg ?? error.retCode}`;
    default:
      return error.code;
  }
}

describe('isIotPayServerError', () => {
  it.each<[IotPayServerError, string]>([
    [
      new IotPayOutcomeUnknownError('cc_refund', { mchRefundNo: 'R-1' }, new IotPayError('timeout', '')),
      'query R-1',
    ],
    [
      new IotPayOutcomeUnknownError(
        'cc_purchasewithtoken',
        { mchOrderNo: 'A-1' },
        new IotPayError('timeout', ''),
      ),
      'query A-1',
    ],
    [
      new IotPaySessionLostError('cc_purchase', { mchOrderNo: 'A-1' }, new IotPayError('timeout', '')),
      'forget A-1',
    ],
    [
      new IotPayValidationError('cc_query', [{ field: 'mchOrderNo', message: 'is required' }]),
      'mend mchOrderNo',
    ],
    [new IotPayGatewayError('gateway_refused', '', 'FAIL', 'no funds'), 'show no funds'],
    [new IotPayGatewayError('card_not_bound', '', 'FAIL', undefined), 'show FAIL'],
    [new IotPayGatewayError('order_not_found', '', 'FAIL', '订单不存在'), 'show 订单不存在'],
    [new IotPayError('aborted', ''), 'aborted'],
  ])('knows %s as an error of the server entry, whose code leads to its fields', (error, step) => {
    expect(isIotPayServerError(error)).toBe(true);
    expect(error).toBeInstanceOf(IotPayError);
    expect(nextStep(error)).toBe(step);
  });

  it('knows an error of toCents', () => {
    expect(isIotPayServerError(caught(() => toCents('1.234')))).toBe(true);
  });

  it.each([
    new Error('aborted'),
    Object.assign(new Error('x'), { code: 'timeout' }),
    new IotPayError('script_blocked', 'of the browser half'),
    new IotPayError('toString', 'inherited by every object'),
    { code: 'timeout' },
    null,
    'timeout',
  ])('does not know %s as an error of the server entry', (error) => {
    expect(isIotPayServerError(error)).toBe(false);
  });
});
