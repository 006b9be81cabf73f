import type { GatewayQuestion, GatewaySaid } from '../../sandbox/likeness/gatewayAnswers';
import type { Fields } from '../gateway/gatewayCall';
import { madeUpKey, madeUpOrderNo, madeUpPayOrderId } from '../gateway/madeUp';
import type { Interview } from './interview';
import { purchaseFields, type ShopAddresses } from './openOrder';

/** The questions that are answered by how the gateway reads. */
type ReadQuestion = Extract<
  GatewayQuestion,
  | 'unknownOrder'
  | 'wrongSignature'
  | 'missingSign'
  | 'unknownMerchant'
  | 'missingField'
  | 'tooLong'
  | 'cardNotBound'
  | 'unknownPayment'
  | 'unknownCall'
  | 'brokenBody'
>;

/** The number of a merchant that does not exist. */
const nobody = '0';

/** Calls that can only be refused: how does the gateway say so? */
export async function askRefusals(interview: Interview, addresses: ShopAddresses): Promise<void> {
  const { sign, settings, blotter } = interview;
  const mchOrderNo = madeUpOrderNo();
  const cardId = madeUpOrderNo();
  const payOrderId = madeUpPayOrderId();
  const mchRefundNo = madeUpOrderNo();
  const tooLong = `${madeUpOrderNo()}X`;
  for (const [value, name] of [
    [mchOrderNo, 'mchOrderNo'],
    [tooLong, 'mchOrderNo'],
    [cardId, 'cardId'],
    [payOrderId, 'payOrderId'],
    [mchRefundNo, 'mchRefundNo'],
  ] as const) {
    blotter.name(value, name);
  }
  const { loginName } = settings;
  const purchase = purchaseFields(settings, madeUpOrderNo(), addresses);
  const withoutAmount = Object.fromEntries(Object.entries(purchase).filter(([name]) => name !== 'amount'));
  const unsigned = Object.fromEntries(
    Object.entries(sign({ mchOrderNo })).filter(([name]) => name !== 'sign'),
  );

  const calls: [ReadQuestion, call: string, message: Fields | string, field?: string][] = [
    ['unknownOrder', 'cc_query', sign({ mchOrderNo })],
    ['wrongSignature', 'cc_query', sign({ mchOrderNo }, madeUpKey())],
    ['missingSign', 'cc_query', unsigned],
    ['unknownMerchant', 'cc_query', sign({ mchOrderNo, mchId: nobody })],
    ['missingField', 'cc_purchase', sign(withoutAmount), 'amount'],
    ['tooLong', 'cc_purchase', sign({ ...purchase, mchOrderNo: tooLong }), 'mchOrderNo'],
    ['cardNotBound', 'cc_querycard', sign({ cardId })],
    ['unknownPayment', 'cc_void', sign({ mchRefundNo, loginName, payOrderId })],
    ['unknownCall', 'cc_doctor', sign({ mchOrderNo })],
    ['brokenBody', 'cc_query', '{"mchOrderNo":'],
  ];
  for (const [question, call, message, field] of calls) {
    const answer = await interview.send(call, message);
    interview.learn(question, answer && interview.read(answer, field));
  }
}

/** Whether two answers read the same. */
export function readsLike(one: GatewaySaid | undefined, other: GatewaySaid | undefined): boolean {
  return (
    one?.httpStatus === other?.httpStatus && one?.retCode === other?.retCode && one?.retMsg === other?.retMsg
  );
}
