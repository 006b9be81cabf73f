import type { ServerResponse } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';
import type * as server from '../src/server/index';
import type * as credentials from '../src/sandbox/credentials';

/** Where `npx iotpay sandbox` usually is. */
const sandboxUrl = process.env.STORYBOOK_SANDBOX ?? 'http://127.0.0.1:4242';

function send(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}

async function isUp(): Promise<boolean> {
  try {
    return (await fetch(`${sandboxUrl}/cc/iotpaycc.js`)).ok;
  } catch {
    return false;
  }
}

async function openOrder(vite: ViteDevServer): Promise<object> {
  const { createIotPay, createOrderNo } = (await vite.ssrLoadModule('/src/server/index.ts')) as typeof server;
  const { readCredentials } = (await vite.ssrLoadModule('/src/sandbox/credentials.ts')) as typeof credentials;
  const iotpay = createIotPay({ environment: { baseUrl: sandboxUrl }, ...readCredentials() });
  const mchOrderNo = createOrderNo();
  const urls = { notifyUrl: `${sandboxUrl}/nobody`, returnUrl: `${sandboxUrl}/` };
  const { secureId } = await iotpay.purchase({ mchOrderNo, amount: 3766, channel: 'PF_CC', ...urls });
  return { secureId, mchOrderNo };
}

/**
 * The merchant server of the sandbox stories, while Storybook is being served for development: a browser may not call
 * the gateway. `GET /sandbox-shop` says whether there is a sandbox, `POST` opens an order there.
 */
export function sandboxShop(): Plugin {
  return {
    name: 'sandbox-shop',
    apply: 'serve',
    configureServer(vite) {
      vite.middlewares.use('/sandbox-shop', (request, response) => {
        const answer =
          request.method === 'POST'
            ? openOrder(vite)
            : isUp().then((up) => ({ script: up ? `${sandboxUrl}/cc/iotpaycc.js` : null }));
        answer.then(
          (body) => send(response, 200, body),
          () => send(response, 502, { error: `The sandbox at ${sandboxUrl} did not answer.` }),
        );
      });
    },
  };
}
