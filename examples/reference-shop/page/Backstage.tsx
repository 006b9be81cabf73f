import type { ReactElement, ReactNode } from 'react';
import { say } from './languages/say';

/** What no customer of a real shop sees, in a panel that can be closed: the rest of the page is the customer's. */
export function Backstage({ children }: { children: ReactNode }): ReactElement {
  return (
    <details className="backstage" open>
      <summary>{say('Behind the scenes')}</summary>
      {children}
    </details>
  );
}
