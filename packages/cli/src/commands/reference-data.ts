/** Loading newer or fuller published data than the product ships with. */
import { readPopulations, readPostcodeDirectory } from '@rightplace/app';
import {
  listAuthorities,
  type Population,
  populationOf,
  replacePopulation,
  replacePostcodes,
  type Store,
} from '@rightplace/store';
import { type Command, UsageError } from '../command.ts';
import { piecesOf, wholeFile } from '../files.ts';
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

export const postcodes: Command = {
  usage: 'postcodes FILE',
  about:
    'Loads the ONS Postcode Directory or the National Statistics Postcode Lookup as downloaded (CSV). Distances are then worked out from ' +
    'postcodes and no longer provisional.',
  examples: ['postcodes ONSPD_MAY_2026_UK.csv'],
  options: {},
  run: async (invocation, terminal) => {
    const [path] = invocation.positionals;
    if (path === undefined) throw new UsageError('postcodes takes a file: rightplace postcodes FILE');
    let count = 0;
    const pieces = function* () {
      const seen = new Set<string>();
      let piece = [];
      for (const { postcode, lat, lon } of readPostcodeDirectory(piecesOf(terminal, path))) {
        if (seen.has(postcode)) continue;
        seen.add(postcode);
        piece.push({
          code: postcode,
          latitude: lat,
          longitude: lon,
          district: undefined,
          authority: undefined,
        });
        if (piece.length < PIECE) continue;
        count += piece.length;
        if (count % (PIECE * 10) === 0) terminal.note(`${count.toLocaleString('en-GB')} postcodes…`);
        yield piece;
        piece = [];
      }
      count += piece.length;
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
