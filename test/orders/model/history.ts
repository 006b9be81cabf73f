import fc from 'fast-check';
import type { ModelFault, ModelOutcome } from './modelGateway';

/** One thing that happens. Numbers that choose something wrap around. */
export type Happening =
  | { kind: 'checkout'; process: number; key: number; otherAmount: boolean; declined: boolean }
  | { kind: 'charge'; process: number; key: number; outcome: ModelOutcome; wallet: boolean }
  | { kind: 'customer pays'; order: number; outcome: ModelOutcome }
  | { kind: 'bank decides'; order: number; isPaid: boolean }
  | { kind: 'bank settles'; order: number }
  | { kind: 'late money'; order: number }
  | { kind: 'notify'; process: number; message: number; times: number; keep: boolean }
  | { kind: 'notification lost'; message: number }
  | { kind: 'forge'; process: number; order: number; how: number }
  | { kind: 'refund'; process: number; order: number; amount: number; refundKey: number }
  | { kind: 'refund in console'; order: number; amount: number }
  | { kind: 'other amount'; order: number }
  | { kind: 'confirm'; process: number; order: number }
  | { kind: 'settle'; process: number }
  | { kind: 'fault'; call: 'purchase' | 'charge' | 'query' | 'refund'; fault: ModelFault; times: number }
  | { kind: 'kill'; process: number; steps: number }
  | { kind: 'handler fails'; times: number }
  | { kind: 'time'; ms: number };

const outcome = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ModelOutcome>('paid') },
  { weight: 6, arbitrary: fc.constantFrom<ModelOutcome>('declined', 'pending', 'unknown') },
);
const process = fc.nat(2);
const key = fc.nat(4);
const order = fc.nat(30);

const fault: fc.Arbitrary<ModelFault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('lost before', 'lost after', 'fail before', 'fail after') }),
  fc.record({ kind: fc.constant('late'), ms: fc.integer({ min: 1000, max: 40 * 60_000 }) }),
);

const kind = <Kind extends string>(name: Kind) => fc.constant(name);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: kind('checkout'),
      process,
      key,
      otherAmount: fc.boolean(),
      declined: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: kind('charge'), process, key, outcome, wallet: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ kind: kind('customer pays'), order, outcome }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('bank decides'), order, isPaid: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('bank settles'), order }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('late money'), order }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: kind('notify'),
      process,
      message: order,
      times: fc.integer({ min: 1, max: 3 }),
      keep: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('notification lost'), message: order }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('forge'), process, order, how: fc.nat(3) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: kind('refund'),
      process,
      order,
      amount: fc.integer({ min: 0, max: 3000 }),
      refundKey: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kind('refund in console'),
      order,
      amount: fc.integer({ min: 1, max: 3000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('other amount'), order }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('confirm'), process, order }) },
  { weight: 5, arbitrary: fc.record({ kind: kind('settle'), process }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: kind('fault'),
      call: fc.constantFrom('purchase', 'charge', 'query', 'refund'),
      fault,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kind('kill'), process, steps: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('handler fails'), times: fc.integer({ min: 1, max: 2 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('time'),
      ms: fc.constantFrom(1000, 3000, 60_000, 20 * 60_000, 70 * 60_000, 26 * 3_600_000),
    }),
  },
);

/** The steps in groups. The steps of one group happen at the same moment. */
export const history: fc.Arbitrary<Happening[][]> = fc.array(
  fc.array(happening, { minLength: 1, maxLength: 3 }),
  { minLength: 15, maxLength: 40, size: 'max' },
);
