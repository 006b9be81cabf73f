import type { GatewayAnswers } from '../../sandbox/likeness/gatewayAnswers';
import { textOf } from '../../contract/wire';
import { madeUpOrderNo } from '../gateway/madeUp';
import { readsLike } from './askRefusals';
import { whichWay } from './askSigning';
import type { Interview } from './interview';
import { openOrder, type OpenOrder, purchaseFields, type ShopAddresses } from './openOrder';

/** Opens an order that stays unpaid, and asks about it. */
export async function askCalls(interview: Interview, addresses: ShopAddresses): Promise<void> {
  await askAddCard(interview, addresses);
  const order = await openOrder(interview, addresses);
  if (!order) {
    for (const question of [
      'secureId',
      'redirectUrl',
      'answerFields',
      'usedOrderNo',
      'unpaidOrder',
      'orderFields',
    ] as const) {
      interview.cannotTell(question, 'the gateway opened no order');
    }
    return;
  }
  describeSession(interview, order);
  const { mchOrderNo } = order;

  const again = interview.sign(purchaseFields(interview.settings, mchOrderNo, addresses));
  const used = await interview.send('cc_purchase', again);
  interview.learn('usedOrderNo', used && interview.read(used));

  const unpaid = await interview.send('cc_query', interview.sign({ mchOrderNo }));
  const status = Number(textOf(unpaid?.retData.status) ?? Number.NaN);
  const isKnown = Number.isInteger(status) && status >= 0 && status <= 99;
  interview.learn('unpaidOrder', unpaid && { ...interview.read(unpaid), ...(isKnown && { status }) });
  if (unpaid?.retCode === 'SUCCESS') {
    interview.learn('orderFields', cleanNames(interview, Object.keys(unpaid.retData)));
  } else {
    interview.cannotTell('orderFields', 'the gateway shows no order before it is paid');
  }
}

/** The documentation spells the name of one call in two ways. */
async function askAddCard(interview: Interview, { returnUrl }: ShopAddresses): Promise<void> {
  const isThere = async (call: string) => {
    const cardId = madeUpOrderNo();
    interview.blotter.name(cardId, 'cardId');
    const { loginName } = interview.settings;
    const answer = await interview.send(
      call,
      interview.sign({ cardId, loginName, channel: 'PF_CC', returnUrl }),
    );
    return answer && !readsLike(interview.read(answer), interview.answers.unknownCall);
  };
  const [one, other] = [await isThere('cc_addcard'), await isThere('cc_addCard')];
  interview.learn('addCardName', whichWay(one, 'cc_addcard', other, 'cc_addCard'));
}

function describeSession(interview: Interview, { secureId, answer }: OpenOrder): void {
  interview.learn('secureId', { length: secureId.length, alphabet: alphabetOf(secureId) });
  const { baseUrl } = interview.settings;
  const url = textOf(answer.retData.redirectUrl)
    ?.replaceAll(baseUrl, '{gateway}')
    .replaceAll(encodeURIComponent(secureId), '{secureId}');
  interview.learn('redirectUrl', url && interview.blotter.clean(url));
  interview.learn('answerFields', cleanNames(interview, answer.fields));
}

function alphabetOf(secureId: string): NonNullable<GatewayAnswers['secureId']>['alphabet'] {
  if (/^[0-9a-f]*$/.test(secureId)) return 'lower-case hex';
  if (/^[0-9a-f]*$/i.test(secureId)) return 'hex';
  return /^[\w-]*$/.test(secureId) ? 'word characters' : 'other';
}

function cleanNames({ blotter }: Interview, names: readonly string[]): string[] {
  return [...new Set(names.map((name) => blotter.clean(name)))].sort().slice(0, 200);
}
