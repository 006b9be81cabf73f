import { centsOf } from '../core/cents';
import { useConsole } from '../parts/ConsoleContext';
import type { Filter } from './filterItems';

interface AmountRangeProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** The least and the most that an order may be about, in dollars. An empty field sets no limit. */
export function AmountRange({ filter, onChange }: AmountRangeProps) {
  const { say } = useConsole();
  const fields = [
    ['min', say('From $'), say('Amount from, in dollars')],
    ['max', say('To $'), say('Amount to, in dollars')],
  ] as const;
  return (
    <div className="amount-range">
      {fields.map(([name, placeholder, label]) => (
        <input
          key={name}
          className="input"
          inputMode="decimal"
          value={filter[name]}
          placeholder={placeholder}
          aria-label={label}
          aria-invalid={filter[name] !== '' && centsOf(filter[name]) === undefined}
          onChange={({ target }) => onChange({ ...filter, [name]: target.value })}
        />
      ))}
    </div>
  );
}
