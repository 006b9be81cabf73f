import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startMerchant, type Merchant } from '../merchant';

/** What a merchant would write down of one payment, from the rules of section 3 of docs/gateway-contract.md alone. */
interface Books {
  amount: number;
  isSettled: boolean;
  isVoid: boolean;
  /** By number, what went back. */
  givenBack: Map<string, number>;
}

interface Shop {
  merchant: Merchant;
  payOrderId: string;
  mchOrderNo: string;
}

type Step = fc.AsyncCommand<Books, Shop>;

const sumOf = ({ givenBack }: Books) => [...givenBack.values()].reduce((sum, amount) => sum + amount, 0);

async function expectBalance({ merchant, payOrderId }: Shop, books: Books): Promise<void> {
  const { refundable } = await merchant.iotpay.query({ payOrderId });
  expect(refundable).toBe(books.amount - sumOf(books));
  expect(sumOf(books)).toBeLessThanOrEqual(books.amount);
}

/** Asks for money back, and compares the answer and the balance with the books. */
function moneyBack(kind: 'void' | 'refund', number: string, asked: number): Step {
  return {
    check: () => true,
    toString: () => (kind === 'void' ? `void as ${number}` : `refund ${asked} as ${number}`),
    async run(books, shop) {
      const { merchant, payOrderId } = shop;
      const due = books.amount - sumOf(books);
      const amount = kind === 'void' ? books.amount : asked;
      const mayGo = kind === 'void' ? !books.isSettled : books.isSettled && amount <= due;
      const isRight = mayGo && !books.isVoid && !books.givenBack.has(number);

      const answer =
        kind === 'void'
          ? merchant.iotpay.voidPayment({ mchRefundNo: number, payOrderId })
          : merchant.iotpay.refund({ mchRefundNo: number, payOrderId, refundAmount: amount });

      if (isRight) {
        expect(await answer).toMatchObject({ mchOrderNo: number, amount, originalOrderId: payOrderId });
        books.givenBack.set(number, amount);
        books.isVoid = kind === 'void';
      } else {
        await expect(answer).rejects.toMatchObject({ code: 'gateway_refused' });
      }
      await expectBalance(shop, books);
    },
  };
}

const settle: Step = {
  check: ({ isVoid }) => !isVoid,
  toString: () => 'settle',
  async run(books, { merchant, mchOrderNo }) {
    const settled = books.isSettled ? [] : [mchOrderNo];
    expect(await merchant.control('settle', { mchOrderNo })).toEqual({ settled });
    books.isSettled = true;
  },
};

const numbers = fc.integer({ min: 1, max: 6 }).map((number) => `R-${number}`);
const amounts = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 999, 1000, 1001));

it('gives back, in any order of refunds, voids and settlement, never more than was paid and always to the cent', async () => {
  const merchant = await startMerchant();
  const steps = fc.commands(
    [
      fc.tuple(numbers, amounts).map(([number, amount]) => moneyBack('refund', number, amount)),
      numbers.map((number) => moneyBack('void', number, 0)),
      fc.constant(settle),
    ],
    { maxCommands: 15 },
  );

  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      await merchant.control('reset', {});
      const { payOrderId, mchOrderNo } = await merchant.pay({
        amount: 1000,
        notifyUrl: 'https://shop.example/',
      });
      const books: Books = { amount: 1000, isSettled: false, isVoid: false, givenBack: new Map() };
      await fc.asyncModelRun(() => ({ model: books, real: { merchant, payOrderId, mchOrderNo } }), commands);
    }),
    { numRuns: 60 },
  );
}, 30_000);
