import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { navigate } from './route';

interface ShopLinkProps {
  to: string;
  className?: string;
  children: ReactNode;
}

/** A link within the shop. With a modifier key it opens as any link does. */
export function ShopLink({ to, className, children }: ShopLinkProps): ReactElement {
  function follow(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  }
  return (
    <a href={to} className={className} onClick={follow}>
      {children}
    </a>
  );
}
