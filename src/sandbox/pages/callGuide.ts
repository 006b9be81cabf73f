import { html } from 'hono/html';
import { guideList, type GuideEntry } from './guideList';

const calls: GuideEntry[] = [
  ['cc_purchase', '', 'Opens an order and gives the secureId of the card page to pay it on.'],
  ['cc_addcard', '', 'Gives the secureId of a card page that saves a card as cardId.'],
  ['cc_querycard', '', 'A saved card, masked.'],
  [
    'cc_purchasewithtoken',
    '',
    'Charges a saved card. It stays the test card it was; a UnionPay one needs a notifyUrl, and its order is pending until the customer has answered in the app (the clock pendingMs).',
  ],
  [
    'cc_purchasewithwallet',
    '{ "sandboxCard": "4000 0000 0000 0002" }',
    'Charges Apple Pay or Google Pay: walletData is the base64 of any JSON object. It is paid, unless the object names another test card like this one.',
  ],
  ['cc_query', '', 'An order, refund or void by either of its numbers.'],
  [
    'cc_void',
    '',
    'Takes back a whole payment before it is settled: within the clock settlementMs, one minute at first.',
  ],
  [
    'cc_refund',
    '',
    'Gives back a part or all of a payment once it is settled, as often as something is refundable.',
  ],
];

/** What a merchant server can ask of the sandbox. */
export const callGuide = html`<details class="box guide">
  <summary><h2>Gateway calls: POST /v3/…</h2></summary>
  ${guideList(calls)}
</details>`;
