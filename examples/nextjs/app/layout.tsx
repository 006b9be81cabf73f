import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import 'react-iotpay/checkout.css';
import './shop.css';

export const metadata: Metadata = { title: 'Fogline Coffee Roasters' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <header className="header">
          <span className="flag" aria-hidden="true" />
          Fogline Coffee Roasters
        </header>
        <main className="main">{children}</main>
      </body>
    </html>
  );
}
