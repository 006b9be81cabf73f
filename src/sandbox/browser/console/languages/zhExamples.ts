/** The test cards and the scenarios of the package in Chinese. */
export const examplesInChinese: Readonly<Record<string, string>> = {
  'Paid, status 3': '已付款，状态 3',
  'Paid, 4-digit code': '已付款，四位安全码',
  'Insufficient funds': '余额不足',
  'Gateway error': '网关出错',
  'Called back twice': '回调两次',
  'Old event shape': '旧版事件格式',
  'Saved, then declined': '已保存，付款被拒',
  'Saved, then status 9': '已保存，付款状态 9',
  'Notification lost': '通知丢失',
  'Notified twice': '通知两次',
  'Notified late': '通知迟到',
  'Notified out of order': '通知乱序',
  'Wrong signature': '签名错误',
  'Paid in the app': '在应用中付款',
  'Declined in the app': '在应用中拒绝',
  'No answer, but paid': '无应答，但已付款',
  'No answer, and failed': '无应答，且失败',
  'Paid with order status 2.': '付款成功，订单状态为 2。',
  'Paid with order status 3: the other success.': '付款成功，订单状态为 3，即另一种成功。',
  'Paid with order status 2; the security code has 4 digits.': '付款成功，订单状态为 2；安全码为四位。',
  'FAIL “Card declined”; order status 9.': 'FAIL “Card declined”；订单状态为 9。',
  'FAIL “Insufficient funds”; order status 9.': 'FAIL “Insufficient funds”；订单状态为 9。',
  'The gateway breaks in mid-payment: FAIL “system error” with no detail; order status 9.':
    '网关在付款途中出错：FAIL “system error”，没有 detail；订单状态为 9。',
  'SUCCESS, but with order status 0; paid and notified a little later.':
    'SUCCESS，但订单状态为 0；稍后付款成功并发出通知。',
  'Paid; the SDK calls back twice.': '付款成功；SDK 回调两次。',
  'Paid; the SDK calls back as its older release did: { retCode, retMsg, retData }.':
    '付款成功；SDK 按旧版格式回调：{ retCode, retMsg, retData }。',
  'Can be saved; paying with it fails: FAIL “Card declined”; order status 9.':
    '可以保存；用它付款失败：FAIL “Card declined”；订单状态为 9。',
  'Can be saved; paying with the saved card fails with SUCCESS and order status 9.':
    '可以保存；用已保存的卡付款时返回 SUCCESS，但订单状态为 9，即失败。',
  'Paid; the notification is never sent.': '付款成功；通知永不发出。',
  'Paid; the notification comes twice at once.': '付款成功；通知同时到达两次。',
  'Paid; the notification comes 10 seconds later.': '付款成功；通知晚到 10 秒。',
  'Paid; the notification waits until a later one has been sent.':
    '付款成功；通知要等更晚的一条发出后才发出。',
  'Paid; the notification comes wrongly signed at first, then right.':
    '付款成功；通知先以错误签名发出，再以正确签名发出。',
  'Paid at the third poll.': '第三次轮询时付款成功。',
  'FAIL at the second poll; order status 9.': '第二次轮询时 FAIL；订单状态为 9。',
  'The SDK gives up with “Timeout” and no notification comes; cc_query then says paid.':
    'SDK 以 “Timeout” 放弃，也没有通知；之后 cc_query 显示已付款。',
  'The SDK gives up with “Timeout”; cc_query then says failed.':
    'SDK 以 “Timeout” 放弃；之后 cc_query 显示失败。',
  'Double charge bait': '重复扣款的诱饵',
  'A payment is paid, but the form times out, the notification is lost and the first query breaks. A shop that offers to pay again now charges twice.':
    '付款已成功，但表单超时、通知丢失、首次查询出错。此时让顾客再付一次的商店会重复扣款。',
  'Notification storm': '通知风暴',
  'Three payments whose notifications come doubled, late, wrongly signed at first, out of order, repeated and forged.':
    '三笔付款的通知：成对、迟到、先以错误签名、乱序、重复，还有伪造的。',
  'Gateway down for ten minutes': '网关中断十分钟',
  'A customer has just paid when every call begins to answer 502. Ten minutes later the gateway is back and knows.':
    '顾客刚付款，所有调用就开始返回 502。十分钟后网关恢复，并知道这笔付款。',
  'Refund race': '退款竞争',
  'Two clerks refund the same payment at the same moment, and the answer to the first is lost, so it is asked for again.':
    '两名店员同时为同一笔付款退款，第一人的应答丢失，于是再次发起。',
};
