import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { IotPayProvider, preloadIotPay } from 'react-iotpay';
import './shop.css';

export const metadata: Metadata = { title: 'Fogline Coffee Roasters' };

/**
 * A server component may render the library's components as they are, because they bring their own `'use client'`, and call
 * `preloadIotPay`, so that the script is on its way before the bundle is. At IOTPay's own address, `src` is what it would be without
 * saying; here it lets the local gateway stand in. The nonce comes from proxy.ts.
 */
export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const src = `${process.env.IOTPAY_URL}/cc/iotpaycc.js`;
  preloadIotPay({ src, ...(nonce && { nonce }) });
  return (
    <html lang="en">
      <body>
        <header className="header">
          <span className="flag" aria-hidden="true" />
          Fogline Coffee Roasters
        </header>
        <IotPayProvider src={src} nonce={nonce}>
          <main className="main">{children}</main>
        </IotPayProvider>
      </body>
    </html>
  );
}
