import type { SandboxCredentials } from '../credentials';
import type { Snippets } from '../consoleApi/state';
import { isLoopback } from '../../contract/urls';
import type { SandboxUrls } from './launchPayment';

/** A line of a shop's code. */
function importOf(names: readonly string[], from = 'react-iotpay/server'): string {
  return `import ${from === 'express' ? names.join() : `{ ${names.join(', ')} }`} from '${from}';`;
}

/** What a shop's server and page need to talk to this sandbox, to copy. */
export function createSnippets(urls: SandboxUrls, credentials: SandboxCredentials): Snippets {
  const { mchId, loginName, merchantKey } = credentials;
  const isLocal = isLoopback(new URL(urls.local).hostname);
  const exception = isLocal ? [] : ['allowLocalNetworkSandbox'];
  const allow = isLocal ? '' : '\nallowLocalNetworkSandbox(); // development only\n';
  const client = `const iotpay = createIotPay({
  environment: { baseUrl: process.env.IOTPAY_URL },
  mchId: process.env.IOTPAY_MCH_ID,
  loginName: process.env.IOTPAY_LOGIN,
  merchantKey: process.env.IOTPAY_KEY,
});`;
  const purchase = `iotpay.purchase({
    mchOrderNo: createOrderNo(),
    amount: 1999, // cents
    channel: 'PF_CC',
    notifyUrl: 'http://127.0.0.1:3000/api/iotpay/notify',
    returnUrl: 'http://127.0.0.1:3000/thanks',
  })`;
  const keep =
    'async onPayment({ mchOrderNo }) {\n    // Store it, then return: the gateway is answered once this is done.\n  }';
  return {
    env: [
      `IOTPAY_URL=${urls.local}`,
      `IOTPAY_MCH_ID=${mchId}`,
      `IOTPAY_LOGIN=${loginName}`,
      `IOTPAY_KEY=${merchantKey}`,
      `IOTPAY_SCRIPT=${urls.public}/cc/iotpaycc.js`,
      '',
    ].join('\n'),
    express: `${importOf(['express'], 'express')}
${importOf([...exception, 'createIotPay', 'createNotificationHandler', 'createOrderNo'])}
${allow}
${client}
const app = express();

app.post('/api/iotpay/purchase', async (request, response) => {
  const { secureId } = await ${purchase};
  response.json({ secureId });
});

const notifications = createNotificationHandler({
  iotpay,
  expect: ({ mchOrderNo }) => undefined, // the order that you made under this number: { mchOrderNo, amount }
  ${keep},
});
app.post('/api/iotpay/notify', notifications.node); // no body parser before it

app.listen(3000);
`,
    nextjs: `// app/api/iotpay/purchase/route.ts
${importOf([...exception, 'createIotPay', 'createOrderNo'])}
${allow}
${client}

export async function POST() {
  const { secureId } = await ${purchase};
  return Response.json({ secureId });
}

// app/api/iotpay/notify/route.ts, with the same iotpay
${importOf(['createNotificationHandler'])}

export const POST = createNotificationHandler({
  iotpay,
  expect: ({ mchOrderNo }) => undefined, // the order that you made under this number: { mchOrderNo, amount }
  ${keep},
}).fetch;
`,
  };
}
