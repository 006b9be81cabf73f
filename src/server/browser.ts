throw new Error(
  "'react-iotpay/server' was imported into a browser bundle. It holds the merchant key, which must never leave your server: " +
    'call it from a server route and give the browser only the secureId. See "The server" in the README of react-iotpay.',
);
