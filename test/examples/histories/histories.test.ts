import fc from 'fast-check';
import { describe, it } from 'vitest';
import { server } from '../freshDatabase';
import { testCard } from '../sandboxCustomer';
import { sandboxShopForFile } from '../sandboxShop';
import type { Books, World } from './history';
import { checkEnd } from './rules';
import { anyHistory, answerWith, type Step } from './steps';

const shop = sandboxShopForFile();

const numRuns = process.env.TEST_RUN === 'postgres' ? 250 : 60;

/** A new customer with a saved card, of a gateway whose notifications come only when a step delivers them. */
async function begin(): Promise<World> {
  await shop.begin();
  await shop.gateway.loseNotification(1000);
  // What is pending stays so: a bank that never decides.
  await shop.gateway.setClocks({ pendingMs: 2 ** 31 - 1 });
  const customer = await shop.newCustomer();
  const paid = await customer.saveCard(testCard.paid);
  const pending = await customer.saveCard(testCard.pending);
  return { shop, customer, cards: { paid, pending } };
}

async function play(steps: Iterable<Step>): Promise<void> {
  const books: Books = { mood: 'truth', forms: [], orders: new Map(), clicks: 0 };
  const world = await begin();
  await fc.asyncModelRun(() => ({ model: books, real: world }), steps);
  await answerWith('truth').run(books, world);
  await checkEnd(world);
}

describe(`whatever happens to a customer's orders, on ${server}`, () => {
  it(
    'loses no payment, sells nothing twice unheard, gives back each refund once, and moves nothing without proof',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, (steps) => play(steps)),
        { numRuns },
      );
    },
  );
});
