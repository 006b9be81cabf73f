import { createServer } from 'node:http';
import react from '@vitejs/plugin-react';
import { startSandbox, testCards } from 'react-iotpay/sandbox';
import { createServer as createPageServer } from 'vite';

const port = Number(process.env.PORT ?? 3000);
const url = `http://localhost:${port}`;
const sandbox = await startSandbox();
const { mchId, loginName, merchantKey } = sandbox.credentials;
Object.assign(process.env, {
  IOTPAY_URL: sandbox.url,
  IOTPAY_MCH_ID: mchId,
  IOTPAY_LOGIN: loginName,
  IOTPAY_KEY: merchantKey,
  SHOP_URL: url,
  VITE_IOTPAY_SCRIPT: `${sandbox.url}/cc/iotpaycc.js`,
});

// The server reads its settings when it is loaded.
const { app } = await import('./server.js');
const server = createServer(app);
const page = await createPageServer({
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  // All dependencies are listed, because Vite would reload a page for a dependency that it finds later.
  optimizeDeps: {
    include: ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client'],
    noDiscovery: true,
  },
  server: { middlewareMode: true, ws: { server } },
});
app.use(page.middlewares);
server.listen(port, 'localhost', () => {
  console.log(`The shop is open: ${url}`);
  console.log(`A cart is paid once. The next one: ${url}/?cart=cart-8, and so on up to cart-99`);
  console.log(`What the local gateway sees: ${sandbox.url}`);
  console.log('Test cards, with any expiry date to come and any security code:');
  // This shop takes card payments alone; the other test cards are UnionPay's.
  for (const { number, behaviour } of testCards.filter(({ channel }) => channel === 'PF_CC'))
    console.log(`  ${number.padEnd(20)}${behaviour}`);
  console.log('Ctrl-C closes the shop.');
});
