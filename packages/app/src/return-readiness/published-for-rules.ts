import {
  compactPostcode,
  type PostcodeDirectory,
  type PostcodePlace,
  type ProviderLine,
  postcodesWanted,
  type TableRows,
} from '@rightplace/ssda903';
import { findPostcodeGrid, findProviders, listLoaded, type Tx } from '@rightplace/store';

/** What the rules look up, as far as it was loaded: of millions of lines, those that the return asks for. */
export interface PublishedForRules {
  readonly providers: readonly ProviderLine[] | undefined;
  readonly postcodes: PostcodeDirectory | undefined;
  /** Tells one state of what is loaded from another. */
  readonly version: string;
}

const urnsIn = (tables: readonly TableRows[]): readonly string[] => {
  const urns = new Set<string>();
  for (const { table, columns, cells } of tables) {
    if (table !== 'Episodes') continue;
    const held = cells[columns.indexOf('URN')];
    for (const text of held?.numbersHeld() ?? []) urns.add(held?.texts[text] ?? '');
  }
  urns.delete('');
  return [...urns];
};

export const versionOfPublished = async (tx: Tx): Promise<string> =>
  (await listLoaded(tx))
    .filter(({ name }) => name === 'postcodes' || name === 'providers')
    .map(({ name, loadedAt }) => `${name} ${loadedAt}`)
    .join(', ');

export const publishedForRules = async (tx: Tx, tables: readonly TableRows[]): Promise<PublishedForRules> => {
  const providers = await findProviders(tx, urnsIn(tables));
  const grid = await findPostcodeGrid(tx, [...postcodesWanted(tables, providers ?? [])]);
  return {
    providers,
    postcodes: grid && directoryOf(grid),
    version: await versionOfPublished(tx),
  };
};

const directoryOf = (grid: NonNullable<Awaited<ReturnType<typeof findPostcodeGrid>>>): PostcodeDirectory => {
  const places = new Map<string, PostcodePlace>(
    grid.map(({ postcode, east, north, district }) => [
      compactPostcode(postcode),
      { east: east ?? Number.NaN, north: north ?? Number.NaN, district: district ?? '' },
    ]),
  );
  return (compact) => places.get(compact);
};
