import { day } from '../src/calendar/day.ts';
import type { Episode } from '../src/child/episode.ts';
import {
  type ChildDetails,
  type ChildFact,
  type ChildRecord,
  childId,
  type Ledger,
} from '../src/child/record.ts';
import { timelinesFromEpisodes } from '../src/child/timelines-from-episodes.ts';

/**
 * Episodes as lines of a return: `DECOM RNE LS PLACE PROVIDER DEC REC`, a dash for a blank; what is left off at the
 * end is blank too. `CIN`, `PL_POST` and `HOME_POST` may follow as `PL_POST=ZZ1 1AA`, with an underscore for a space.
 */
export const episodes = (lines: string): readonly Episode[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.trim().split(/\s+/);
      const cell = (i: number): string | null => {
        const word = words.filter((w) => !w.includes('='))[i];
        return word === undefined || word === '-' ? null : word;
      };
      const named = (name: string): string | null =>
        words
          .find((word) => word.startsWith(`${name}=`))
          ?.slice(name.length + 1)
          .replaceAll('_', ' ') ?? null;
      return {
        decom: day(cell(0) ?? ''),
        rne: cell(1) ?? '',
        ls: cell(2) ?? '',
        cin: named('CIN'),
        place: cell(3) ?? '',
        provider: cell(4),
        dec: cell(5) === null ? null : day(cell(5) ?? ''),
        rec: cell(6),
        reasonPlaceChange: named('REASON'),
        homePostcode: named('HOME_POST'),
        postcode: named('PL_POST'),
        urn: null,
      };
    });

export const aChild = (
  id: string,
  said: string | readonly Episode[],
  details: Omit<ChildDetails, 'dateOfBirth'> & {
    readonly born?: string;
    readonly facts?: readonly ChildFact[];
  } = {},
): ChildRecord => {
  const { born, facts = [], ...rest } = details;
  return {
    id: childId(id),
    details: { ...rest, ...(born === undefined ? {} : { dateOfBirth: day(born) }) },
    facts,
    ...timelinesFromEpisodes(typeof said === 'string' ? episodes(said) : said),
  };
};

export const aLedger = (...children: readonly ChildRecord[]): Ledger => ({
  authority: 'E10000999',
  children,
});

/** A row of the UASC table, as the return writes it. */
export const uasc = (until?: string): ChildFact => ({
  kind: 'uasc',
  key: '1',
  fields: until === undefined ? {} : { DUC: until },
});
