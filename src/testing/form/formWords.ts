/** What the fake's iframe and the form in it say. Where the sandbox has the same text, it has the same words. */
export interface FormWords {
  /** The iframe's title. */
  frame: string;
  number: string;
  holder: string;
  expiry: string;
  /** The expiry date's pattern, shown until something is typed. */
  expiryExample: string;
  code: string;
  Pay: string;
  Add: string;
  /** On the button, between its press and the outcome. */
  busy: string;
  /** In place of the form, once the secureId was used. */
  usedTitle: string;
  usedMessage: string;
}

const words: Record<'en' | 'fr' | 'zh', FormWords> = {
  en: {
    frame: 'Secure card form',
    number: 'Card number',
    holder: 'Name on card',
    expiry: 'Expiry date',
    expiryExample: 'MM/YY',
    code: 'Security code',
    Pay: 'Pay',
    Add: 'Save card',
    busy: 'One moment…',
    usedTitle: 'This page has been used',
    usedMessage: 'Go back to the shop to see how it ended.',
  },
  fr: {
    frame: 'Formulaire de carte sécurisé',
    number: 'Numéro de carte',
    holder: 'Nom sur la carte',
    expiry: 'Date d’expiration',
    expiryExample: 'MM/AA',
    code: 'Code de sécurité',
    Pay: 'Payer',
    Add: 'Enregistrer la carte',
    busy: 'Un instant…',
    usedTitle: 'Cette page a déjà servi',
    usedMessage: 'Retournez à la boutique pour voir le résultat.',
  },
  zh: {
    frame: '安全银行卡表单',
    number: '卡号',
    holder: '持卡人姓名',
    expiry: '有效期',
    expiryExample: '月/年',
    code: '安全码',
    Pay: '支付',
    Add: '保存银行卡',
    busy: '请稍候…',
    usedTitle: '此页面已被使用',
    usedMessage: '请返回商店查看结果。',
  },
};

/** The words for a BCP 47 `locale`, and the language they are in; English for one that is not spoken here. */
export function formWords(locale: string): { lang: string; words: FormWords } {
  const language = locale.toLowerCase().split('-', 1)[0] ?? '';
  const lang = language === 'fr' || language === 'zh' ? language : 'en';
  return { lang, words: words[lang] };
}
