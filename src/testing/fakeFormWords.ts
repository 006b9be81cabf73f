/** What the fake's card form says. */
export interface FakeFormWords {
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
}

const words: Record<'en' | 'fr' | 'zh', FakeFormWords> = {
  en: {
    number: 'Card number',
    holder: 'Name on card',
    expiry: 'Expiry date',
    expiryExample: 'MM/YY',
    code: 'Security code',
    Pay: 'Pay',
    Add: 'Save card',
    busy: 'One moment…',
  },
  fr: {
    number: 'Numéro de carte',
    holder: 'Nom sur la carte',
    expiry: 'Date d’expiration',
    expiryExample: 'MM/AA',
    code: 'Code de sécurité',
    Pay: 'Payer',
    Add: 'Enregistrer la carte',
    busy: 'Un instant…',
  },
  zh: {
    number: '卡号',
    holder: '持卡人姓名',
    expiry: '有效期',
    expiryExample: '月/年',
    code: '安全码',
    Pay: '支付',
    Add: '保存银行卡',
    busy: '请稍候…',
  },
};

/** The words for a BCP 47 `locale`, and the language they are in; English for one that is not spoken here. */
export function formWords(locale: string): { lang: string; words: FakeFormWords } {
  const language = locale.toLowerCase().split('-', 1)[0] ?? '';
  const lang = language === 'fr' || language === 'zh' ? language : 'en';
  return { lang, words: words[lang] };
}
