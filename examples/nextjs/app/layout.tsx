import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { IotPayProvider } from 'react-iotpay';
import './shop.css';

export const metadata: Metadata = { title: 'Fogline Coffee Roasters' };

/**
 * A server component may render the library's components as they are: they bring their own `'use client'`. At IOTPay's own
 * address, `src` is what it would be without saying; here it lets the local gateway stand in.
 */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <header className="header">
          <span className="flag" aria-hidden="true" />
          Fogline Coffee Roasters
        </header>
        <IotPayProvider src={`${process.env.IOTPAY_URL}/cc/iotpaycc.js`}>
          <main className="main">{children}</main>
        </IotPayProvider>
      </body>
    </html>
  );
}
