import type { IotPayLanguage } from './language';

/** Chinese, simplified. */
export const zh: IotPayLanguage = {
  tag: 'zh',
  messages: {
    title: '银行卡信息',
    loading: '正在加载银行卡表单…',
    retry: '重试',
    failed: '银行卡表单无法显示。',
    notLoaded: '银行卡表单无法加载。请检查网络连接和内容拦截插件。',
    notPrepared: '银行卡表单暂时无法使用。',
    notPaid: '您尚未被扣款。',
    mayBePaid: '如果您已经付款，您会收到收据。',
    expired: '此表单已失效。请重试以获取新的表单。',
    declined: '这张卡未被接受。',
    tryAnotherCard: '换一张卡',
    paid: '付款成功。',
    cardSaved: '银行卡已保存。',
    confirming: '正在等待确认，请勿重复支付。',
  },
  checkout: {
    checkout: '付款',
    total: '总计',
    payWith: '付款方式',
    methodCard: '银行卡',
    methodUnionPay: '银联',
    methodSaved: '已保存的卡 {card}',
    pay: '付款',
    payAmount: '支付 {amount}',
    charging: '正在通过您的卡付款…',
    savedCardRefused: '无法使用这张卡。',
    orderFailed: '付款未成功。',
    hostedPage: '前往 IOTPay 页面付款',
    amount: '金额',
    orderNumber: '订单号',
    card: '卡号',
  },
};
