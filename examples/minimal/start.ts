import react from '@vitejs/plugin-react';
import { startSandbox, testCards } from 'react-iotpay/sandbox';
import { createServer } from 'vite';

const port = process.env.PORT ?? '3000';
const sandbox = await startSandbox();
const { mchId, loginName, merchantKey } = sandbox.credentials;
Object.assign(process.env, {
  IOTPAY_URL: sandbox.url,
  IOTPAY_MCH_ID: mchId,
  IOTPAY_LOGIN: loginName,
  IOTPAY_KEY: merchantKey,
  SHOP_URL: `http://localhost:${port}`,
  VITE_IOTPAY_SCRIPT: `${sandbox.url}/cc/iotpaycc.js`,
});

// The server reads its settings when it is loaded.
const { app } = await import('./server.js');
const page = await createServer({
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  // Everything is known before the first visit: Vite would reload a page for a dependency that it finds later.
  optimizeDeps: {
    include: ['react', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client'],
    noDiscovery: true,
  },
  server: { middlewareMode: true, ws: false },
});
app.use(page.middlewares).listen(Number(port), 'localhost', (error) => {
  if (error) throw error;
  console.log(
    `The shop is open: ${process.env.SHOP_URL}\nTest cards, with any expiry date to come and any security code:`,
  );
  for (const { number, behaviour } of testCards) console.log(`  ${number}  ${behaviour}`);
});
