import { matchLanguage } from '../../contract/matchLanguage';

/** The texts of the fake's iframe and of the form in it. The sandbox uses the same words for the same texts. */
export interface FormWords {
  /** The BCP 47 tag of their language. */
  tag: string;
  /** The iframe's title. */
  frame: string;
  number: string;
  holder: string;
  expiry: string;
  /** The expiry date's pattern, shown while the field is empty. */
  expiryExample: string;
  code: string;
  Pay: string;
  Add: string;
  /** On the button, from its press to the outcome. */
  busy: string;
  /** In place of the form, after the secureId was used. */
  usedTitle: string;
  usedMessage: string;
}

const en: FormWords = {
  tag: 'en',
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
};

const fr: FormWords = {
  tag: 'fr',
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
};

const zh: FormWords = {
  tag: 'zh',
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
};

/** The words for a BCP 47 `locale`, in English if the fake does not speak its language. */
export const formWords = (locale: string): FormWords => matchLanguage(locale, [fr, zh]) ?? en;
