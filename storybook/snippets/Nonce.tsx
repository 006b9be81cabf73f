import type { ReactNode } from 'react';
import { IotPayProvider } from 'react-iotpay';

/** `nonce` is what the server put into this response's header. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  return <IotPayProvider nonce={nonce}>{children}</IotPayProvider>;
}
