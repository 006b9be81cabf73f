import type { Ref } from 'react';
import { typeLabels } from '../labels/eventLabels';
import { stateLabels } from '../labels/orderLabels';
import { useConsole } from '../parts/ConsoleContext';
import { AmountRange } from './AmountRange';
import type { Filter } from './filterItems';

interface FilterBarProps {
  readonly view: 'orders' | 'activity';
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly searchField: Ref<HTMLInputElement>;
}

/** The search, the menu and the limits above a list. */
export function FilterBar({ view, filter, onChange, searchField }: FilterBarProps) {
  const { say } = useConsole();
  const options =
    view === 'orders'
      ? Object.entries(stateLabels).map(([value, [label]]) => [value, label] as const)
      : Object.entries(typeLabels);
  const name = view === 'orders' ? 'state' : 'type';
  return (
    <div className="filter">
      <input
        ref={searchField}
        type="search"
        className="input"
        value={filter.text}
        placeholder={say('Number, card, state, amount')}
        aria-label={say('Search')}
        aria-keyshortcuts="/"
        spellCheck={false}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <select
        className="input"
        value={filter[name]}
        aria-label={view === 'orders' ? say('State') : say('Kind')}
        onChange={({ target }) => onChange({ ...filter, [name]: target.value })}
      >
        <option value="">{say('All')}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {say(label)}
          </option>
        ))}
      </select>
      {view === 'orders' && <AmountRange filter={filter} onChange={onChange} />}
    </div>
  );
}
