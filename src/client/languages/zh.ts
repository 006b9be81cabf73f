import type { IotPayLanguage } from './language';

const connection = '银行卡表单无法加载。请检查网络连接和内容拦截插件。您尚未被扣款。';

/** Chinese, simplified. */
export const zh: IotPayLanguage = {
  tag: 'zh',
  messages: {
    title: '银行卡信息',
    loading: '正在加载银行卡表单…',
    retry: '重试',
    failed: '银行卡表单无法显示。您尚未被扣款。',
    script_unreachable: connection,
    script_timeout: connection,
    form_timeout: connection,
    secure_id_failed: '银行卡表单未能准备就绪。您尚未被扣款。',
    secure_id_expired: '此表单已失效。请重试以获取新的表单。',
  },
};
