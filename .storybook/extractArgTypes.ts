import { parameters } from '@storybook/react/entry-preview-argtypes';
import type { ArgTypes } from 'storybook/internal/types';

const { extractArgTypes: fromDocgen } = parameters.docs;

/** What TSDoc calls the default, e.g. `15000` in "… in milliseconds. Default 15000." */
const defaultIn = (description: string | undefined): string | undefined =>
  /\bDefault:? ((?:`[^`]*`|[^.])+)/.exec(description ?? '')?.[1];

/** The rows of a props table, with the defaults that TSDoc names, and with what has to be given, and the `secureId`, before the rest. */
export function extractArgTypes(component: unknown): ArgTypes | null {
  const rows = fromDocgen(component);
  if (!rows) return null;
  const rank = (name: string) => (name === 'secureId' ? 0 : rows[name]?.type?.required ? 1 : 2);
  const names = Object.keys(rows).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(
    names.map((name) => {
      const row = rows[name];
      const summary = defaultIn(row?.description)?.replaceAll('`', '');
      return [name, { ...row, table: { ...row?.table, ...(summary && { defaultValue: { summary } }) } }];
    }),
  );
}
