import { useEffect, useRef, type ReactElement } from 'react';
import { hasMoved } from './route';

/**
 * A page's heading. It takes the focus when the customer comes to the page and when what it says changes, so that a
 * screen reader says where they are now. When the browser has loaded the page, it does that itself.
 */
export function PageTitle({ title }: { title: string }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(title);

  useEffect(() => {
    document.title = `${title} · Fogline`;
    if (hasMoved() || title !== first.current) heading.current?.focus();
  }, [title]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
