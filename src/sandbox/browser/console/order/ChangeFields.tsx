import { useState } from 'react';
import type { ConsoleOrder } from '../../../consoleApi/orders';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';

type Changes = Record<string, string | number | null>;

interface ChangeFieldsProps {
  readonly order: ConsoleOrder;
  readonly send: (changes: Changes) => Promise<undefined>;
}

/** The fields that a shop has to check, or is tempted to trust. */
const fields = ['amount', 'status', 'currency', 'mchOrderNo', 'payOrderId'] as const;

const isNumber = (field: string) => field === 'amount' || field === 'status';

/** Sends a notification with changed fields and a valid signature, because a shop must compare the fields with its order. */
export function ChangeFields({ order, send }: ChangeFieldsProps) {
  const { say } = useConsole();
  const [typed, setTyped] = useState<Partial<Record<string, string>>>({});
  const changes: Changes = {};
  for (const field of fields) {
    const text = typed[field];
    if (text === undefined || text === String(order[field])) continue;
    // A field without a text is left out of the message.
    changes[field] = text === '' ? null : isNumber(field) && /^\d+$/.test(text) ? Number(text) : text;
  }
  return (
    <details className="fold">
      <summary>{say('Change and send')}</summary>
      <div className="change-fields">
        {fields.map((field) => (
          <label key={field}>
            <code>{field}</code>
            <input
              className="input"
              value={typed[field] ?? String(order[field])}
              spellCheck={false}
              onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
            />
          </label>
        ))}
      </div>
      <CommandButton work={() => send(changes)}>{say('Send it changed')}</CommandButton>
    </details>
  );
}
