import { randomBytes } from 'node:crypto';
import express from 'express';

const gateway = 'https://ccapi.iotpaycloud.com'; // https://ccdev.iotpaycloud.com while developing
const app = express();

app.use((_, response, next) => {
  const nonce = randomBytes(16).toString('base64');
  response.locals.nonce = nonce;
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'self'",
      `script-src 'nonce-${nonce}' ${gateway}`,
      `frame-src ${gateway}`,
      `connect-src 'self' ${gateway}`,
      "style-src 'self'; base-uri 'none'; object-src 'none'",
      "require-trusted-types-for 'script'; trusted-types react-iotpay",
    ].join('; '),
  );
  next();
});
