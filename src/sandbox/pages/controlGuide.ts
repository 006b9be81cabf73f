import { html } from 'hono/html';
import { guideList, type GuideEntry } from './guideList';

const calls: GuideEntry[] = [
  ['POST /_sandbox/reset', '', 'Forget everything; the clocks are what they were at the start.'],
  [
    'GET /_sandbox/orders',
    '',
    'All orders, newest first. charges: how often a card was charged for it. kind: payment, refund or void. settlement of a paid one: open, settled or void.',
  ],
  [
    'POST /_sandbox/settle',
    '{ "mchOrderNo": "…" }',
    'Settle a paid order now: from then on it can be refunded, and no longer voided. Without mchOrderNo, all of them.',
  ],
  ['GET /_sandbox/notifications', '', 'All notifications with their attempts and the answers, newest first.'],
  [
    'POST /_sandbox/notifications',
    '{ "mchOrderNo": "…", "changes": { "amount": 1 }, "forged": true }',
    'Send one now, once, with its answer as the result. changes: fields to alter before it is signed. forged: sign it with a wrong key and claim that the order is paid. Both may be left out.',
  ],
  [
    'POST /_sandbox/notifications/faults',
    '{ "kind": "late", "ms": 5000 }',
    'Spoil the next notification. kind: lost (never sent), doubled (twice at once), late (after ms), outOfOrder (held back until a later one has been sent), wrongSignature (the first attempt; the next is right). mchOrderNo: of that order, refund or void only. times: how often. GET lists what is to come, DELETE ends it.',
  ],
  ['GET /_sandbox/clocks', '', 'The clocks.'],
  [
    'POST /_sandbox/clocks',
    '{ "pollIntervalMs": 50, "polls": 5 }',
    'Change some: secureIdTtlMs, bankMs, pollIntervalMs, polls, pendingMs, settlementMs, callbackDelayMs, notifyDelayMs, lateNotificationMs, notifyTimeoutMs, notifyRetryMs (a list, its last pause repeats).',
  ],
  ['GET /_sandbox/faults', '', 'The faults that are still to come.'],
  ['DELETE /_sandbox/faults', '', 'Nothing goes wrong any more.'],
  [
    'POST /_sandbox/faults',
    '{ "call": "cc_purchase", "kind": "fail", "retMsg": "system error" }',
    'Spoil the next answer of a call (the last part of its path: cc_query, iotpaycc.js, submit …). kind: delay (ms), fail (retMsg), http (status), brokenJson, cut. times: how often. carriedOut: the call takes effect, only its answer is lost.',
  ],
];

/** What tests can ask of the sandbox. */
export const controlGuide = html`<details class="box guide">
  <summary><h2>Control calls for tests</h2></summary>
  ${guideList(calls)}
</details>`;
