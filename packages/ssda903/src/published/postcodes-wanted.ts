import type { TableRows } from '../tables/table-rows.ts';
import { compactPostcode } from '../validate/postcodes.ts';
import type { ProviderLine } from '../validate/providers.ts';

/** Of the millions in a directory, those that a return's rules and measures ask for: in capitals without spaces. */
export const postcodesWanted = (
  tables: readonly TableRows[],
  providers: readonly ProviderLine[] = [],
): ReadonlySet<string> => {
  const wanted = new Set(providers.map(({ POSTCODE }) => compactPostcode(POSTCODE ?? '')));
  for (const { table, columns, cells } of tables) {
    if (table !== 'Episodes') continue;
    for (const column of ['HOME_POST', 'PL_POST']) {
      const held = cells[columns.indexOf(column)];
      for (const text of held?.numbersHeld() ?? []) wanted.add(compactPostcode(held?.texts[text] ?? ''));
    }
  }
  wanted.delete('');
  return wanted;
};
