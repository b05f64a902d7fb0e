import { compactPostcode, type Located, locateBySector } from './sectors.ts';

type Places = ReadonlyMap<string, { readonly lat: number; readonly lon: number }>;

/**
 * Finds where postcodes are: in the directory, or else by the centre of the sector. Remembers each postcode as it is
 * written: a series asks for the same few thousand some hundred thousand times.
 */
export const locator = (directory: Places | undefined): ((postcode: string) => Located | undefined) => {
  const found = new Map<string, Located | undefined>();
  return (postcode) => {
    const known = found.get(postcode);
    if (known !== undefined || found.has(postcode)) return known;
    const exact = directory?.get(compactPostcode(postcode));
    const located =
      exact === undefined ? locateBySector(postcode) : ({ ...exact, source: 'directory' } as const);
    found.set(postcode, located);
    return located;
  };
};
