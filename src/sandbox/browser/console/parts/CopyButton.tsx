import { useConsole } from './ConsoleContext';

/** Copies a text. `what` names the text for screen readers. */
export function CopyButton({ text, what, children }: { text: string; what: string; children?: string }) {
  const { say, announce } = useConsole();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      announce(say('Copied'));
    } catch {
      announce(say('Copying is not allowed here.'));
    }
  };
  return (
    <button
      type="button"
      className="button"
      data-kind="small"
      aria-label={`${children ?? say('Copy')}: ${what}`}
      onClick={() => void copy()}
    >
      {children ?? say('Copy')}
    </button>
  );
}
