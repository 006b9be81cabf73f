import { fileURLToPath } from 'node:url';
import { browserSourceForVite } from './browserSource.ts';

const src = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** Vite's settings for tests that import the package by its name, and mean its source. */
export const fromSource = {
  plugins: [browserSourceForVite()],
  resolve: {
    alias: {
      'react-iotpay/server': src('server/index.ts'),
      'react-iotpay/orders': src('orders/index.ts'),
      'react-iotpay/testing/server': src('testing/server/index.ts'),
      'react-iotpay/testing/store': src('testing/store/index.ts'),
      'react-iotpay/testing': src('testing/index.ts'),
      'react-iotpay/sandbox': src('sandbox/index.ts'),
      'react-iotpay': src('index.ts'),
    },
  },
};
