import type { ComponentType } from 'react';

/** A shop's checkout in React, as short as its payment package allows. The script comes from the provider. */
export interface ReactCheckout {
  /** Every prop is made once, outside the component. */
  Hoisted: ComponentType;
  /** Every prop is made again in each render, as most shops write it. */
  Inline: ComponentType;
}

/** A whole visit: asks the shop's server for the session, and shows the form. */
export type StartCheckout = (container: HTMLElement) => void;

export const secureId = '6f1c'.repeat(16);

/** Asks the shop's server for a session. */
export async function askForSecureId(): Promise<string> {
  const answer = await fetch('/secure-id', { method: 'POST' });
  return answer.text();
}

/** The shop's next step after every outcome. */
export function goOn(): void {
  location.hash = 'done';
}
