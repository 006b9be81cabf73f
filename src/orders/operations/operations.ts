import type { IotPayChannel } from 'react-iotpay/server';
import type { SavedCard } from '../../contract/shopRoutes';
import type { Checkout, Sale } from '../options';
import type { Refund } from '../order';
import { askAbout } from '../settling/askAbout';
import type { StoredOrder } from '../stores/store';
import { type CardForm, findCard, listCards, saveCard } from './cards';
import { charge } from './charge';
import { checkout, type Opened } from './checkout';
import type { Desk } from './desk';
import { refund, type RefundWish } from './refund';

/** A sale that is charged to a card that its customer has saved. */
export interface SavedCardSale<Data = unknown> extends Sale<Data> {
  customer: string;
  cardId: string;
  /** The customer's IP address. */
  clientIp?: string | undefined;
}

/** A sale that is charged to Apple Pay or Google Pay. */
export interface WalletSale<Data = unknown> extends Sale<Data> {
  /** The wallet's payment token, in base64. */
  wallet: { type: 'ApplePay' | 'GooglePay'; data: string };
}

/** The operations inside the library, which work on stored orders. */
export interface Operations {
  checkout(wish: Checkout): Promise<Opened>;
  chargeSavedCard(sale: SavedCardSale): Promise<StoredOrder>;
  chargeWallet(sale: WalletSale): Promise<StoredOrder>;
  refund(wish: RefundWish): Promise<Refund>;
  /** Asks the gateway, if the order is not decided. */
  confirm(mchOrderNo: string): Promise<StoredOrder>;
  /** The same, but at most once in two seconds for one order, in all processes together. */
  confirmNowAndThen(order: StoredOrder): Promise<StoredOrder>;
  saveCard(customer: string, channel?: IotPayChannel): Promise<CardForm>;
  listCards(customer: string): Promise<SavedCard[]>;
  removeCard(customer: string, cardId: string): Promise<boolean>;
}

/** The pause between two questions about one order for the customers who look at it, in milliseconds. */
const askPauseMs = 2000;

export function createOperations(desk: Desk): Operations {
  const { iotpay } = desk;

  return {
    checkout: (wish) => checkout(desk, wish),
    async chargeSavedCard({ cardId, clientIp, ...sale }) {
      await findCard(desk, sale.customer, cardId);
      const notifyUrl = `${desk.url}/notify`;
      return charge(desk, sale, {
        method: 'saved_card',
        cardId,
        call: ({ mchOrderNo, amount }) =>
          iotpay.purchaseWithToken({
            mchOrderNo,
            amount,
            cardId,
            clientIp,
            notifyUrl,
            subject: sale.subject,
          }),
      });
    },
    chargeWallet: ({ wallet, ...sale }) =>
      charge(desk, sale, {
        method: 'wallet',
        call: ({ mchOrderNo, amount }) =>
          iotpay.purchaseWithWallet({
            mchOrderNo,
            amount,
            walletType: wallet.type,
            walletData: wallet.data,
            subject: sale.subject,
          }),
      }),
    refund: (wish) => refund(desk, wish),
    confirm: async (mchOrderNo) => (await askAbout(desk, await desk.read(mchOrderNo), false)).order,
    async confirmNowAndThen(order) {
      const mayAsk = await desk.store.claimAsk(order.mchOrderNo, desk.now(), askPauseMs);
      return mayAsk ? (await askAbout(desk, order, false)).order : order;
    },
    saveCard: (customer, channel) => saveCard(desk, customer, channel),
    listCards: (customer) => listCards(desk, customer),
    removeCard: (customer, cardId) => desk.store.removeCard(customer, cardId),
  };
}
