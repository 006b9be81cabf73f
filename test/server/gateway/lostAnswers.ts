import type { ServerResponse } from 'node:http';
import { type StubbedAnswer, answerWith, paidOrder, secureId, session } from './gatewayDouble';

const html = (status: number) => (response: ServerResponse) => {
  response.writeHead(status, { 'Content-Type': 'text/html' }).end('<html><h1>Bad Gateway</h1></html>');
};
const raw = (body: string) => (response: ServerResponse) => {
  response.end(body);
};

/** Everything that can become of an answer on its way. */
export const lostAnswers: readonly (readonly [what: string, answer: StubbedAnswer, code: string])[] = [
  ['a connection cut before the answer', (response) => response.destroy(), 'gateway_unreachable'],
  [
    'a connection cut in mid-answer',
    (response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write('{"retCode":"SUCCESS","retData":{', () => response.destroy());
    },
    'gateway_unreachable',
  ],
  [
    'HTTP 500',
    (response) => response.writeHead(500).end(JSON.stringify(answerWith(paidOrder))),
    'invalid_answer',
  ],
  ['HTTP 502 with HTML', html(502), 'invalid_answer'],
  ['HTTP 200 with HTML', html(200), 'invalid_answer'],
  ['an empty answer', raw(''), 'invalid_answer'],
  ['broken JSON', raw(`{"retCode":"SUCCESS","retData":{"secureId":"${secureId}"`), 'invalid_answer'],
  [
    'an answer that is not UTF-8',
    (response) => response.end(Buffer.from([0x7b, 0xff, 0x7d])),
    'invalid_answer',
  ],
  ['JSON null', raw('null'), 'invalid_answer'],
  ['a JSON list', [], 'invalid_answer'],
  ['an answer without retCode', { retData: paidOrder }, 'invalid_answer'],
  ['an undocumented retCode', { retCode: 'MAYBE', retData: paidOrder }, 'invalid_answer'],
  ['SUCCESS without retData', { retCode: 'SUCCESS' }, 'invalid_answer'],
  ['SUCCESS with empty retData', answerWith({}), 'invalid_answer'],
  ['SUCCESS with a list for retData', answerWith([paidOrder]), 'invalid_answer'],
  ['the order of another merchant', answerWith({ ...paidOrder, mchId: '666' }), 'invalid_answer'],
  ['another order', answerWith({ ...paidOrder, mchOrderNo: 'B-2' }), 'invalid_answer'],
  [
    'a session whose URL is a script',
    answerWith({ secureId, redirectUrl: 'javascript:alert(1)' }),
    'invalid_answer',
  ],
  [
    'a session whose secureId is markup',
    answerWith({ ...session.retData, secureId: '<b>' }),
    'invalid_answer',
  ],
];
