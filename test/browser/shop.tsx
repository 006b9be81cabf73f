import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { expect } from 'vitest';
import { IotPayCard, IotPayProvider, useSecureId, type IotPayCardProps } from '../../src/index';
import type { SecureIdRequest } from '../../src/client/secureId/secureIdAnswer';
import { hostedScript } from './page';

function Shop({ children }: { children: ReactNode }): ReactElement {
  return <IotPayProvider src={hostedScript}>{children}</IotPayProvider>;
}

/** A shop's page on the local gateway. */
export function openShop(page: ReactElement, strict: boolean): RenderResult {
  return render(page, { wrapper: Shop, reactStrictMode: strict });
}

export interface CheckoutProps extends Omit<IotPayCardProps, 'secureId'> {
  request: SecureIdRequest;
}

/** As a shop writes it: one order, one form. A redirect would take the tests' own page away. */
export function Checkout({ request, ...card }: CheckoutProps): ReactElement {
  const session = useSecureId(request, { key: 'order' });
  return <IotPayCard secureId={session} redirect="manual" {...card} />;
}

/** Waits until the card in `place` says so. */
export async function formIs(status: string, place: ParentNode = document): Promise<void> {
  const read = () => place.querySelector<HTMLElement>('[data-status]')?.dataset.status;
  await expect.poll(read, { timeout: 10_000, interval: 20 }).toBe(status);
}

/** Lets a whole task pass, and all that it had queued. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The card forms' iframes that are on the page now. */
export function forms(): HTMLIFrameElement[] {
  return [...document.querySelectorAll('iframe')];
}
