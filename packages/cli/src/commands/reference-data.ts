/** Loading newer or fuller published data than the product ships with. */
import { readPopulations, readPostcodeDirectory } from '@rightplace/app';
import { type GridPlace, NotAPostcodeDirectory, readPostcodeGrid } from '@rightplace/ssda903';
import {
  type DirectoryPostcode,
  listAuthorities,
  type Population,
  populationOf,
  replacePopulation,
  replacePostcodes,
  replaceProviders,
  type Store,
} from '@rightplace/store';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { piecesOf, wholeFile } from '../files.ts';
import { providersIn } from '../provider-files.ts';
import { withRecord } from '../settings.ts';

/** The demonstration's invented population is in no published file, and stays. */
const inventedPopulations = async (store: Store): Promise<readonly Population[]> => {
  const invented = (await listAuthorities(store.app)).filter(({ demonstration }) => demonstration);
  return (await Promise.all(invented.map(({ code }) => populationOf(store.owner, code)))).flat();
};

export const population: Command = {
  usage: 'population FILE',
  about:
    'Replaces the published mid-year estimates with those of FILE: a CSV with the columns mid_year, code and population_0_17 (code is the ' +
    'nine-character code of the authority; a name column is used when there is one).',
  examples: ['population population_0_17.csv'],
  options: {},
  run: async (invocation, terminal) => {
    const [path] = invocation.positionals;
    if (path === undefined) throw new UsageError('population takes a file: rightplace population FILE');
    const figures = readPopulations(wholeFile(terminal, path));
    if (figures.length === 0) {
      throw new UsageError(
        `${path} holds no population: it needs the columns mid_year, code and population_0_17, with whole numbers.`,
      );
    }
    return withRecord(invocation, terminal, async (store) => {
      const codes = new Set(figures.map(({ authority }) => authority));
      const kept = (await inventedPopulations(store)).filter(
        ({ authorityCode }) => !codes.has(authorityCode),
      );
      const rows = figures.map(({ authority, midYear, people, name }) => ({
        authorityCode: authority,
        name: name ?? authority,
        midYear,
        children: people,
      }));
      await replacePopulation(store.owner, [...rows, ...kept], { source: path });
      terminal.note(
        `${figures.length} mid-year estimates for ${codes.size} areas are now used, by a running server too. Figures of earlier days, and as known then, use them as well.`,
      );
      return 0;
    });
  },
};

const PIECE = 20_000;

const known = (number: number): number | undefined => (Number.isNaN(number) ? undefined : number);

const directoryPostcode = ({ postcode, lat, lon, east, north, district }: GridPlace): DirectoryPostcode => {
  const isPlaced = !Number.isNaN(lat) && !Number.isNaN(lon);
  return {
    code: postcode,
    latitude: isPlaced ? lat : undefined,
    longitude: isPlaced ? lon : undefined,
    east: known(east),
    north: known(north),
    district: district || undefined,
    authority: undefined,
  };
};

/** Of an edition without the grid, what distances need: the rules of the return cannot look it up, and that is said. */
const withoutGrid = function* (terminal: Terminal, path: string): Generator<DirectoryPostcode> {
  for (const { postcode, lat, lon } of readPostcodeDirectory(piecesOf(terminal, path)))
    yield { code: postcode, latitude: lat, longitude: lon, district: undefined, authority: undefined };
  terminal.note(
    'This edition has no columns oseast1m, osnrth1m and laua, so the rules of the return that ask where placements are cannot be run.',
  );
};

/** Once through the file for all that is looked up in it. */
const directoryLines = function* (terminal: Terminal, path: string): Generator<DirectoryPostcode> {
  const lines = readPostcodeGrid(piecesOf(terminal, path));
  let next: IteratorResult<GridPlace>;
  try {
    next = lines.next();
  } catch (error) {
    if (!(error instanceof NotAPostcodeDirectory) || error.isEmpty) throw error;
    yield* withoutGrid(terminal, path);
    return;
  }
  for (; next.done !== true; next = lines.next()) yield directoryPostcode(next.value);
};

export const postcodes: Command = {
  usage: 'postcodes FILE',
  about:
    'Loads the ONS Postcode Directory or the National Statistics Postcode Lookup as downloaded (CSV). Distances are then worked out from ' +
    'postcodes and no longer provisional, and the rules of the return that ask where placements are can be run on the record.',
  examples: ['postcodes ONSPD_MAY_2026_UK.csv'],
  options: {},
  run: async (invocation, terminal) => {
    const [path] = invocation.positionals;
    if (path === undefined) throw new UsageError('postcodes takes a file: rightplace postcodes FILE');
    let count = 0;
    const pieces = function* () {
      const seen = new Set<string>();
      let piece: DirectoryPostcode[] = [];
      for (const line of directoryLines(terminal, path)) {
        if (seen.has(line.code)) continue;
        seen.add(line.code);
        piece.push(line);
        if (piece.length < PIECE) continue;
        count += piece.length;
        if (count % (PIECE * 10) === 0) terminal.note(`${count.toLocaleString('en-GB')} postcodes…`);
        yield piece;
        piece = [];
      }
      count += piece.length;
      // Thrown where the old directory still stands.
      if (count === 0) throw new UsageError(`${path} lists no postcode, so nothing was changed.`);
      if (piece.length > 0) yield piece;
    };
    return withRecord(invocation, terminal, async (store) => {
      await replacePostcodes(store.owner, pieces(), { source: path });
      terminal.note(
        `${count.toLocaleString('en-GB')} postcodes are now known, to a running server too. Distances as known earlier are worked out from them as well.`,
      );
      return 0;
    });
  },
};

const text = (cell: string | number | null | undefined): string => String(cell ?? '');

export const providers: Command = {
  usage: 'providers FILE…',
  about:
    'Replaces the lists of providers with those of Ofsted as downloaded (the children’s homes and the social care providers workbooks, or CSV). ' +
    'The rules of the return that ask where a home is, what it is and whether it is registered can then be run on the record. ' +
    'Give all the lists in one go: what was loaded before is gone.',
  examples: ['providers childrens-homes.xlsx social-care-providers.xlsx'],
  options: {},
  run: async (invocation, terminal) => {
    const paths = invocation.positionals;
    if (paths.length === 0) throw new UsageError('providers takes files: rightplace providers FILE…');
    const lines = (await providersIn(terminal, paths)).map((line) => ({
      URN: text(line.URN),
      PLACE_CODES: text(line.PLACE_CODES),
      PROVIDER_CODES: text(line.PROVIDER_CODES),
      REG_END: text(line.REG_END),
      POSTCODE: text(line.POSTCODE),
      LA_CODE_INFERRED: text(line.LA_CODE_INFERRED),
    }));
    if (lines.length === 0) throw new UsageError('These files list no provider, so nothing was changed.');
    return withRecord(invocation, terminal, async (store) => {
      await replaceProviders(store.owner, lines, { source: paths.join(', ') });
      const urns = new Set(lines.map(({ URN }) => URN));
      terminal.note(
        `${urns.size.toLocaleString('en-GB')} registered providers are now known. The next check of the return looks them up.`,
      );
      return 0;
    });
  },
};
