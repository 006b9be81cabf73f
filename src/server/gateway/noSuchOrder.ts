/** An order's number may stand in the middle of the sentence: `order A-1 does not exist`. */
const number = String.raw`(\S*\d\S*[\s_]*)?`;

const sayings = [
  // "pay order does not exist", "mchOrderNo doesn't exist", "ORDER_NOT_FOUND", "the order could not be found"
  String.raw`order[\s_]*(no|number|id)?\.?:?[\s_]*${number}(is|was|does|did|has|can|could)?[\s_]*(not?|n?['’]t)[\s_]*(be|been)?[\s_]*(exist|found)`,
  // "no such order", "no pay order was found", "unknown order"; but not "unknown order status"
  String.raw`\bno such (\w+ )?order\b`,
  String.raw`^unknown (\w+ )?order\W*$`,
  String.raw`\bno (\w+ )?order\b.*\b(found|exist)`,
  // "cannot find the order", "unable to find this refund order"
  String.raw`\b(can ?not|can['’]t|could not|couldn['’]t|unable to|failed to) find ((the|this|that|any) )?(\w+ )?order\b`,
  // 支付订单不存在, 订单号 A-1 不存在, 交易不存在, 訂單未找到
  String.raw`(订单|訂單|交易)(号|號|编号|編號)?[\s:：[【]*${number}[\]】\s]*(不存在|未找到|找不到|查询不到|查詢不到|查不到)`,
  // 无此订单, 没有该订单, 查無此訂單, 未找到支付订单; but not 找不到订单的商户, which misses the merchant
  String.raw`(无此|無此|没有此|沒有此|没有该|沒有該|未找到|找不到|查不到|查询不到|查詢不到|未查询到|未查詢到)(该|該|此)?(商户|商戶|支付|交易|退款)?(订单|訂單)(?!.*的)`,
].map((saying) => new RegExp(saying, 'i'));

/** "order does not exist or has been completed" proves nothing, because it names another reason too. */
const offersAnotherReason = /\bor\b|\/|或/i;

/**
 * Whether a FAIL to `cc_query` says that there is no such order. IOTPay documents no text for it. These are the texts
 * of the software that IOTPay's gateway descends from, and of other gateways, in English and Chinese. A doubtful text
 * counts as something else, because the caller may conclude from this one that a call never arrived.
 */
export function saysNoSuchOrder(reason: string): boolean {
  return !offersAnotherReason.test(reason) && sayings.some((saying) => saying.test(reason));
}
