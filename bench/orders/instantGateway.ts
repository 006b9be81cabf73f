import type { OrdersIotPay } from 'react-iotpay/orders';

/**
 * A gateway that answers at once. It opens every form, and calls every order paid. So the bench measures only the
 * shop's own work.
 */
export function instantGateway(): OrdersIotPay {
  const never = () => Promise.reject(new Error('The bench never calls this.'));
  return {
    mchId: '10000701',
    checkSignature: () => ({ valid: true, keyIndex: 0 }),
    purchase: ({ mchOrderNo }) =>
      Promise.resolve({
        secureId: `s${mchOrderNo}`,
        redirectUrl: `https://gateway.example/?key=${mchOrderNo}`,
      }),
    query: ({ mchOrderNo = '' }) =>
      Promise.resolve({
        payOrderId: `PQ${mchOrderNo}`,
        mchOrderNo,
        amount: 2434,
        currency: 'CAD',
        status: 2,
      }),
    purchaseWithToken: never,
    purchaseWithWallet: never,
    refund: never,
    voidPayment: never,
    addCard: never,
    queryCard: never,
  };
}
