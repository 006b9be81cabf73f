import type { IotPayMode } from 'react-iotpay';
import type { ComingAnswer } from '../../comingApi';
import { sessionName } from './pageView';
import { moment, type Moment } from './pageClock';

/** How the shop's server answers a request for a secureId. */
export type ServerAnswer = 'secureId' | 'paid' | 'unknown' | 'error' | 'nonsense';

export type ServerPlan = ServerAnswer | 'hangs';

/** One request for a secureId, and what became of it. */
export interface ShopRequest {
  readonly session: string;
  readonly mode: IotPayMode;
  readonly signal: AbortSignal;
  readonly askedAt: Moment;
  answer: ServerAnswer | undefined;
  answeredAt: Moment | undefined;
  /** The signal had aborted before the answer came, so the answer is no longer wanted. */
  cameTooLate: boolean;
  /** Its hour was over at some moment, though the clock may have been set back since. */
  wasOver: boolean;
  /** Set once a secureId is answered. */
  secureId: string | undefined;
}

export interface ShopServer {
  request(cart: string, mode: IotPayMode, signal: AbortSignal): Promise<ComingAnswer>;
  readonly requests: readonly ShopRequest[];
  plan: ServerPlan;
  answer(request: ShopRequest, answer: ServerAnswer): void;
}

/** The shop's server: each secureId it answers is a new order's. */
export function createShopServer(onRequest: (request: ShopRequest) => void): ShopServer {
  const requests: ShopRequest[] = [];
  const answers = new Map<ShopRequest, PromiseWithResolvers>();

  const server: ShopServer = {
    request(cart, mode, signal) {
      const request: ShopRequest = {
        session: sessionName(mode, cart),
        mode,
        signal,
        askedAt: moment(),
        answer: undefined,
        answeredAt: undefined,
        cameTooLate: false,
        wasOver: false,
        secureId: undefined,
      };
      onRequest(request);
      requests.push(request);
      const promise = new Promise<ComingAnswer>((resolve, reject) => {
        answers.set(request, { resolve, reject });
      });
      if (server.plan !== 'hangs') server.answer(request, server.plan);
      return promise;
    },
    requests,
    plan: 'secureId',
    answer(request, answer) {
      const { resolve, reject } = answers.get(request) as PromiseWithResolvers;
      request.answer = answer;
      request.answeredAt = moment();
      request.cameTooLate = request.signal.aborted;
      if (answer === 'error') reject(new Error('502 Bad Gateway'));
      else if (answer === 'nonsense') resolve({ secureId: '' });
      else if (answer !== 'secureId') resolve({ settled: answer });
      else {
        const number = requests.filter(({ session }) => session === request.session).indexOf(request) + 1;
        request.secureId = `${request.session.replace(' ', '-')}-${number}`;
        resolve(number % 2 ? request.secureId : { secureId: request.secureId });
      }
    },
  };
  return server;
}

interface PromiseWithResolvers {
  resolve: (answer: ComingAnswer) => void;
  reject: (error: Error) => void;
}
