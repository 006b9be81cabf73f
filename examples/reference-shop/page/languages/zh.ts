import type { Text } from './fr';

/** The shop in Chinese, simplified; `{}` stands for a value. */
export const zh: Readonly<Record<Text, string>> = {
  'Fogline Coffee Roasters': 'Fogline 咖啡烘焙坊',
  'Coffee Roasters, St. John’s': '圣约翰斯咖啡烘焙坊',
  'Secure checkout': '安全结账',
  'The shop does not answer.': '商店没有响应。',
  'Try again': '重试',
  'Card numbers are typed on IOTPay’s page, inside this one. They never reach the shop. This shop is an example: it sends nothing, and its cards are made up.':
    '卡号在嵌入本页的 IOTPay 页面中输入，商店不会接触到。这是一家示例商店：不会发货，所用的银行卡也都是虚构的。',

  'Your bag': '您的购物袋',
  Summary: '金额汇总',
  'We could not work out the total. Change something to try again.': '无法计算总额。请更改数量后重试。',
  'Check out': '去结账',
  'Quantity of {}': '数量：{}',
  'One less: {}': '减少一件：{}',
  'One more: {}': '增加一件：{}',
  Subtotal: '小计',
  'Total, CAD': '合计（加元）',

  'Harbour Espresso': '海港意式咖啡豆',
  'Whole beans, 340 g': '整豆，340 克',
  'Partridgeberry square': '越橘方糕',
  'Baked this morning': '今早现烤',
  'A Small Atlas of Fog': '《雾的小图集》',
  'Paperback, 128 pages': '平装，128 页',
  'Deck mug': '甲板马克杯',
  'Enamel, 350 ml': '搪瓷，350 毫升',
  'HST 15%': '统一销售税 15%',
  'HST 5% on books': '图书统一销售税 5%',

  Checkout: '结账',
  'Your order': '您的订单',
  'Change the bag': '修改购物袋',
  'The bag was changed in another tab. Look at it before you pay.':
    '购物袋已在另一个标签页中更改。付款前请先查看。',
  'Total to pay: {}': '应付总额：{}',
  'Your orders and cards': '您的订单和银行卡',
  Orders: '订单',
  'You have not bought anything yet.': '您还没有购买过任何东西。',
  'You have no saved card.': '您没有已存的银行卡。',
  'Save a card': '保存银行卡',
  Remove: '移除',
  'Remove {}': '移除 {}',
  'Saved cards': '已存银行卡',
  'Pay {}': '支付 {}',

  'We could not look up your cards.': '无法查询您的银行卡。',
  'Expires {}': '有效期至 {}',
  'Save a card for next time': '保存银行卡，方便下次使用',
  'Nothing is charged, and IOTPay keeps the card, not the shop.':
    '不会扣款。银行卡由 IOTPay 保管，商店不会保存。',
  'Save this card': '保存此银行卡',
  'Save another card': '保存另一张银行卡',
  'Your card is saved.': '您的银行卡已保存。',
  'The card was not saved.': '银行卡未保存。',
  'We could not hear whether the card was saved. If it was, it is in the list above.':
    '我们未能得知银行卡是否已保存。如已保存，您可在上方列表中看到。',

  'Test cards': '测试卡',
  'To pay by card': '银行卡支付用',
  'To pay by UnionPay': '银联支付用',
  'Any expiry date to come, any security code, any name.': '有效期填任意未来日期，安全码和姓名可随意填写。',
  Copy: '复制',
  'Copy {}': '复制 {}',
  Copied: '已复制',
  'Copied {}': '已复制 {}',
  'See the local gateway’s orders and notifications': '查看本地网关的订单和通知',

  Affirmative: '肯定',
  'Your order has been refunded': '您的订单已退款',
  'Thank you. Your order is paid.': '谢谢，您的订单已支付。',
  'You have all of it back. Banks take some days to show it.': '款项已全额退还，银行可能需要几天才能显示。',
  'We roast on Tuesdays and send on Wednesdays.': '我们每周二烘焙，周三发货。',
  'Order number': '订单号',
  'Paid with': '付款银行卡',
  Date: '日期',
  Amount: '金额',
  '{} CAD': '{}',
  Refunded: '已退款',
  'What you bought': '您购买的商品',
  'Back to the shop': '返回商店',
  Negative: '否定',
  'This order was not paid in time': '此订单未按时付款',
  'Your payment was declined': '您的付款被拒绝',
  'Your bag is as you left it. Trying again makes a new order; this one stays closed. You can use another card.':
    '您的购物袋保持原样。重试会生成新订单，此订单不会再启用。您可以换一张银行卡。',
  'Your bag is as you left it. Trying again makes a new order. Should a payment for this one still arrive, this page will say so.':
    '您的购物袋保持原样。重试会生成新订单。如果此订单的付款之后到账，本页会显示。',
  'Wait, and watch for my signals': '请等待，并注意我的信号',
  'We are confirming your payment': '我们正在确认您的付款',
  'IOTPay has not told us yet whether it went through. Our server keeps asking, and this page changes by itself. There is nothing for you to do.':
    'IOTPay 尚未告知我们付款是否成功。我们的服务器会继续查询，此页面会自动更新，您无需任何操作。',
  'You can close this page and open it again later: its address stays the same. Your card will not be charged twice for this order.':
    '您可以关闭此页面，稍后再打开：网址不会改变。此订单不会对您的银行卡重复扣款。',
  'You have paid for this twice': '您已重复付款',
  'This is the second payment for the same bag. We have been told, and will give it back to you.':
    '这是同一购物袋的第二笔付款。我们已收到通知，会将此款退还给您。',
  'We know of no such order of yours': '未找到您的这笔订单',
  'The address may be incomplete, or the order was made in another browser.':
    '网址可能不完整，或者订单是在其他浏览器中下的。',

  'Order status, as the shop’s server knows it': '订单状态（以商店服务器为准）',
  Order: '订单',
  State: '状态',
  'Not known to be paid': '尚未确认付款',
  Paid: '已支付',
  'Paid, a part was given back': '已付款，部分已退还',
  Declined: '支付被拒绝',
  'Not paid in time': '未按时付款',
  'Asking the server': '正在询问服务器',
  Since: '更新时间',
  Opened: '创建于',
  'The server does not answer. We keep asking.': '服务器没有响应，我们会继续查询。',

  Refund: '退款',
  'For the shop’s staff. In a real shop this is behind their login; here you may try it on your own order.':
    '供店员使用。在真实商店中，店员需登录后才能操作；在这里，您可以用自己的订单试用。',
  'Refunded so far': '已退款金额',
  Left: '剩余可退',
  'Refunds of this order': '此订单的退款记录',
  'Void of {}': '撤销 {}',
  'Refund of {}': '退款 {}',
  'We are confirming it': '正在确认',
  'Given back': '已退还',
  'Not given back': '未退还',
  'IOTPay has not told us yet whether that went through. We keep asking, and send nothing twice.':
    'IOTPay 尚未告知我们是否成功。我们会继续查询，不会重复发送。',
  'All of it has been given back.': '已全额退还。',
  'Amount, CAD': '金额（加元）',
  'Give back': '退还',
  'Giving back…': '正在退还…',
  'The shop did not answer. Click again: it is given back once.':
    '商店没有响应。请再次点击：款项只会退还一次。',
  'Until IOTPay has settled the payment, only the whole of it can be taken back: a void, of which the card’s statement shows nothing. After that any part can be refunded.':
    '在 IOTPay 结算这笔付款之前，只能全额撤销，银行卡账单上不会留下记录。结算之后，可退还任意部分金额。',

  'Something went wrong.': '出现问题。',
  'Something went wrong on our side.': '我们这边出现了问题。',
  'There is nothing here.': '这里没有内容。',
  'We could not read that.': '无法读取该请求。',
  'We could not read the bag.': '无法读取购物袋。',
  'We know of no such bag of yours. Reload the page.': '我们找不到您的这个购物袋。请重新加载页面。',
  'The bag has changed. Look at it, and pay again.': '购物袋已更改。请查看后再付款。',
  'The bag is empty.': '购物袋是空的。',
  'Something in the bag is not on our shelves.': '购物袋中有我们不出售的商品。',
  'We can send between 0 and {} of each thing.': '每种商品的数量须在 0 到 {} 之间。',
  'We know of no such order of yours.': '未找到您的这笔订单。',
  'Our payment service does not answer at the moment. Nothing was given back.':
    '支付服务暂时没有响应。款项未退还。',
  'Type an amount in dollars, such as 12.50.': '请输入加元金额，例如 12.50。',
  'This order is not paid.': '此订单尚未支付。',
  'That is more than is left of this payment.': '金额超过此笔付款的剩余可退金额。',
  'Something was given back meanwhile. Look at what is left.': '期间已有款项退还，请查看剩余可退金额。',

  'The gateway says: {}': '网关答复：{}',
  'The gateway says that it failed.': '网关表示操作失败。',
  'The gateway could not be reached: nothing was sent.': '无法连接网关：没有发送任何请求。',
  'The call never reached the gateway.': '请求从未到达网关。',
  'Card declined': '银行卡被拒绝',
  'Insufficient funds': '余额不足',
  'Payment cancelled by customer': '顾客取消了付款',
  'system error': '系统错误',
  'pay order is settled: use cc_refund': '付款已结算，请使用 cc_refund',
  'pay order is not settled yet: use cc_void': '付款尚未结算，请使用 cc_void',

  'Paid with order status 2.': '支付成功，订单状态为 2。',
  'Paid with order status 3: the other success.': '支付成功，订单状态为 3：另一种成功状态。',
  'Paid with order status 2; the security code has 4 digits.': '支付成功，订单状态为 2；安全码为 4 位。',
  'FAIL “Card declined”; order status 9.': 'FAIL“Card declined”；订单状态为 9。',
  'FAIL “Insufficient funds”; order status 9.': 'FAIL“Insufficient funds”；订单状态为 9。',
  'The gateway breaks in mid-payment: FAIL “system error” with no detail; order status 9.':
    '网关在支付中途出错：FAIL“system error”，无详情；订单状态为 9。',
  'SUCCESS, but with order status 0; paid and notified a little later.':
    'SUCCESS，但订单状态为 0；稍后支付成功并发出通知。',
  'Paid; the SDK calls back twice.': '支付成功；SDK 回调两次。',
  'Paid; the SDK calls back as its older release did: { retCode, retMsg, retData }.':
    '支付成功；SDK 按旧版格式回调：{ retCode, retMsg, retData }。',
  'Can be saved; paying with it fails: FAIL “Card declined”; order status 9.':
    '可以保存；用它支付会失败：FAIL“Card declined”；订单状态为 9。',
  'Can be saved; paying with the saved card fails with SUCCESS and order status 9.':
    '可以保存；用已存的卡支付会失败：SUCCESS，但订单状态为 9。',
  'Paid; the notification is never sent.': '支付成功；通知始终不会发出。',
  'Paid; the notification comes twice at once.': '支付成功；通知同时发来两次。',
  'Paid; the notification comes 10 seconds later.': '支付成功；通知晚 10 秒到达。',
  'Paid; the notification waits until a later one has been sent.':
    '支付成功；此通知要等到后一条通知发出后才发出。',
  'Paid; the notification comes wrongly signed at first, then right.':
    '支付成功；通知首次签名错误，之后正确。',
  'Paid at the third poll.': '第三次轮询时支付成功。',
  'FAIL at the second poll; order status 9.': '第二次轮询时 FAIL；订单状态为 9。',
  'The SDK gives up with “Timeout” and no notification comes; cc_query then says paid.':
    'SDK 以“Timeout”放弃等待，且没有通知；随后 cc_query 显示已支付。',
  'The SDK gives up with “Timeout”; cc_query then says failed.':
    'SDK 以“Timeout”放弃等待；随后 cc_query 显示失败。',
};
