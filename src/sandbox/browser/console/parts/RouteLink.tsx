import type { MouseEvent, ReactNode } from 'react';
import { hrefOf, type Route } from '../core/route';
import { useConsole } from './ConsoleContext';

interface RouteLinkProps {
  readonly to: Partial<Route>;
  readonly className?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link inside the console: a plain click stays on the page, any other does what the browser does. */
export function RouteLink({ to, className, isCurrent = false, children }: RouteLinkProps) {
  const { go } = useConsole();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={hrefOf(to)} className={className} aria-current={isCurrent || undefined} onClick={follow}>
      {children}
    </a>
  );
}
