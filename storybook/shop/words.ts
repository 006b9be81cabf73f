export type ShopLanguage = 'en' | 'fr' | 'zh';

/** What a small stationery shop says around the card form, in one language. */
export interface ShopWords {
  trade: string;
  checkout: { title: string; lede: string };
  pay: { title: string; lede: string };
  add: { title: string; lede: string };
  receipt: { title: string; items: readonly [string, number][]; gst: string; qst: string; total: string };
  wallet: { title: string; empty: string };
  outcomes: Record<'paid' | 'saved' | 'failed' | 'unknown', { stamp: string; title: string; text: string }>;
  again: string;
}

const en: ShopWords = {
  trade: 'Paper and ink, Montréal',
  checkout: { title: 'Pay for your order', lede: 'Your order leaves the shop tomorrow morning.' },
  pay: { title: 'Pay by card', lede: 'Your order leaves the shop tomorrow morning.' },
  add: { title: 'Save a card', lede: 'For next time. Nothing is charged now.' },
  receipt: {
    title: 'Order PB-1042',
    items: [
      ['Ledger notebook, A5', 1850],
      ['Spruce ink, 30 ml', 1425],
    ],
    gst: 'GST 5%',
    qst: 'QST 9.975%',
    total: 'Total CAD',
  },
  wallet: { title: 'Your cards', empty: 'No card saved yet' },
  outcomes: {
    paid: {
      stamp: 'Paid',
      title: 'Thank you',
      text: 'Your payment went through. A receipt is on its way to you.',
    },
    saved: { stamp: 'Saved', title: 'Card saved', text: 'You can pay with it next time, without typing.' },
    failed: {
      stamp: 'Declined',
      title: 'The card was declined',
      text: 'Nothing was paid. Try again, or use another card.',
    },
    unknown: {
      stamp: 'Confirming',
      title: 'We are confirming your payment',
      text: 'Please don’t pay again: your bank has not answered yet. We will write to you as soon as we know.',
    },
  },
  again: 'Try again',
};

const fr: ShopWords = {
  trade: 'Papier et encre, Montréal',
  checkout: { title: 'Payer la commande', lede: 'Votre commande quitte la boutique demain matin.' },
  pay: { title: 'Payer par carte', lede: 'Votre commande quitte la boutique demain matin.' },
  add: { title: 'Enregistrer une carte', lede: 'Pour la prochaine fois. Rien n’est débité maintenant.' },
  receipt: {
    title: 'Commande PB-1042',
    items: [
      ['Carnet de comptes, A5', 1850],
      ['Encre épinette, 30 ml', 1425],
    ],
    gst: 'TPS 5 %',
    qst: 'TVQ 9,975 %',
    total: 'Total CAD',
  },
  wallet: { title: 'Vos cartes', empty: 'Aucune carte enregistrée' },
  outcomes: {
    paid: {
      stamp: 'Payé',
      title: 'Merci',
      text: 'Votre paiement est accepté. Le reçu vous parvient bientôt.',
    },
    saved: { stamp: 'Gardée', title: 'Carte enregistrée', text: 'Vous pourrez payer sans la ressaisir.' },
    failed: {
      stamp: 'Refusé',
      title: 'La carte a été refusée',
      text: 'Rien n’a été débité. Réessayez, ou prenez une autre carte.',
    },
    unknown: {
      stamp: 'À confirmer',
      title: 'Nous confirmons votre paiement',
      text: 'Ne payez pas une seconde fois : votre banque n’a pas encore répondu. Nous vous écrirons dès que possible.',
    },
  },
  again: 'Réessayer',
};

const zh: ShopWords = {
  trade: '纸与墨 · 蒙特利尔',
  checkout: { title: '订单付款', lede: '您的订单将于明天上午发出。' },
  pay: { title: '银行卡付款', lede: '您的订单将于明天上午发出。' },
  add: { title: '保存银行卡', lede: '方便下次付款，现在不会扣款。' },
  receipt: {
    title: '订单 PB-1042',
    items: [
      ['A5 账簿笔记本', 1850],
      ['云杉墨水 30 毫升', 1425],
    ],
    gst: '联邦税 5%',
    qst: '魁省税 9.975%',
    total: '合计 CAD',
  },
  wallet: { title: '您的银行卡', empty: '尚未保存银行卡' },
  outcomes: {
    paid: { stamp: '已付款', title: '谢谢惠顾', text: '付款成功，收据即将寄出。' },
    saved: { stamp: '已保存', title: '银行卡已保存', text: '下次付款无需重新输入。' },
    failed: { stamp: '已拒绝', title: '银行卡被拒绝', text: '没有扣款。请重试，或使用其他银行卡。' },
    unknown: {
      stamp: '确认中',
      title: '正在确认您的付款',
      text: '请勿重复付款：银行尚未答复。有结果后我们会立即通知您。',
    },
  },
  again: '重试',
};

export const shopWords: Record<ShopLanguage, ShopWords> = { en, fr, zh };
