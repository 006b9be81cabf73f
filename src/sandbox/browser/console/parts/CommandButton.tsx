import type { ReactNode } from 'react';
import { useCommand } from './useCommand';

interface CommandButtonProps {
  /** Does it; gives the text to announce, in English. */
  readonly work: () => Promise<string | undefined>;
  readonly kind?: 'primary' | 'danger' | 'plain';
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** A button that makes a call of the sandbox. While it waits it keeps the focus. */
export function CommandButton({ work, kind = 'plain', isDisabled = false, children }: CommandButtonProps) {
  const { isBusy, run } = useCommand();
  return (
    <button
      type="button"
      className="button"
      data-kind={kind}
      disabled={isDisabled}
      aria-disabled={isBusy || undefined}
      onClick={() => run(work)}
    >
      {children}
    </button>
  );
}
