import { type DayNumber, dayNumber } from '../../calendar/day.ts';
import type { Episode } from '../../child/episode.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { isTemporary } from '../../placement/placement-type.ts';
import { plainPostcode } from '../../placement/postcode.ts';

/**
 * Episodes of a great many children as typed columns, sorted by child and then by day: about 15 bytes an episode, so
 * that a nation's fit in memory and a question of all of them takes milliseconds. They hold only what counting
 * placements needs. The readable definitions remain the truth: tests hold what is counted here equal to them.
 */
export interface EpisodeColumns {
  /** The identifier of each child, by its position. */
  readonly children: readonly string[];
  /** Where each child's episodes begin; one more at the end, so that child `c` has `[first[c], first[c + 1])`. */
  readonly first: Int32Array;
  readonly decom: Int32Array;
  /** `OPEN` while the episode runs on. */
  readonly dec: Int32Array;
  /** Code numbers: equal where PLACE is. */
  readonly place: Uint16Array;
  /** Code numbers: equal where the postcode is, spaces and case aside; 0 where none is recorded. */
  readonly postcode: Int32Array;
  /** What else counting asks of an episode, one bit each: see `IS`. */
  readonly marks: Uint8Array;
}

/** After every day there is. */
export const OPEN: DayNumber = 0x7fffffff;

/** Bits of `marks`. */
export const IS = {
  start: 1,
  /** RNE S, P or B. */
  anotherHome: 2,
  /** RNE T or U. */
  sameCarer: 4,
  /** REC X1. */
  followed: 8,
  shortBreaks: 16,
  temporary: 32,
} as const;

/** One episode on its way into the columns. Days are numbers; null while it runs on. */
export interface ColumnEpisode extends Pick<Episode, 'rne' | 'ls' | 'place' | 'rec' | 'postcode'> {
  readonly decom: DayNumber;
  readonly dec: DayNumber | null;
}

/** Fills columns as rows come, a child at a time and each child's episodes in order of day. */
export interface EpisodeColumnsBuilder {
  /** The episodes that follow are this child's. */
  readonly beginChild: (id: string) => void;
  /** The row may be one object used again for every episode: nothing keeps it. */
  readonly add: (episode: ColumnEpisode) => void;
  readonly build: () => EpisodeColumns;
}

export const buildEpisodeColumns = (expectedEpisodes = 1024): EpisodeColumnsBuilder => {
  const children: string[] = [];
  let first = new Int32Array(1024);
  let capacity = Math.max(1, expectedEpisodes);
  let columns = emptyColumns(capacity);
  let count = 0;
  const places = numbering();
  const postcodes = numbering(plainPostcode);
  const rneMarks = remembering(marksOfRne);
  const lsMarks = remembering((ls) => (isShortBreaks(ls) ? IS.shortBreaks : 0));
  const placeMarks = remembering((place) => (isTemporary(place) ? IS.temporary : 0));

  return {
    beginChild: (id) => {
      if (children.length + 1 >= first.length) first = grown(first, first.length * 2);
      first[children.length] = count;
      children.push(id);
    },
    add: (episode) => {
      if (count === capacity) {
        capacity *= 2;
        columns = grownColumns(columns, capacity);
      }
      columns.decom[count] = episode.decom;
      columns.dec[count] = episode.dec ?? OPEN;
      columns.place[count] = places(episode.place);
      columns.postcode[count] = episode.postcode === null ? 0 : postcodes(episode.postcode);
      columns.marks[count] =
        rneMarks(episode.rne) |
        lsMarks(episode.ls) |
        placeMarks(episode.place) |
        (episode.rec === 'X1' ? IS.followed : 0);
      count++;
    },
    build: () => {
      first[children.length] = count;
      return {
        children,
        first: first.slice(0, children.length + 1),
        decom: columns.decom.subarray(0, count),
        dec: columns.dec.subarray(0, count),
        place: columns.place.subarray(0, count),
        postcode: columns.postcode.subarray(0, count),
        marks: columns.marks.subarray(0, count),
      };
    },
  };
};

/** Columns of children whose episodes are at hand. */
export const episodeColumnsOf = (
  children: Iterable<{ readonly id: string; readonly episodes: readonly Episode[] }>,
): EpisodeColumns => {
  const builder = buildEpisodeColumns();
  for (const { id, episodes } of children) {
    builder.beginChild(id);
    for (const episode of episodes) {
      const dec = episode.dec === null ? null : dayNumber(episode.dec);
      builder.add({ ...episode, decom: dayNumber(episode.decom), dec });
    }
  }
  return builder.build();
};

const marksOfRne = (rne: string): number => {
  if (rne === 'S') return IS.start | IS.anotherHome;
  if (rne === 'P' || rne === 'B') return IS.anotherHome;
  return rne === 'T' || rne === 'U' ? IS.sameCarer : 0;
};

/** The same answer without working it out again: there are few codes and very many rows. */
const remembering = (work: (text: string) => number) => {
  const known = new Map<string, number>();
  return (text: string): number => {
    let answer = known.get(text);
    if (answer === undefined) known.set(text, (answer = work(text)));
    return answer;
  };
};

/** Numbers for texts, the same for those that are alike; from 1, so that 0 is left for a blank. */
const numbering = (alike: (text: string) => string = (text) => text) => {
  const numbers = new Map<string, number>([['', 0]]);
  let last = 0;
  return (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const plain = alike(text);
    const number = numbers.get(plain) ?? ++last;
    numbers.set(plain, number);
    numbers.set(text, number);
    return number;
  };
};

type Columns = Pick<EpisodeColumns, 'decom' | 'dec' | 'place' | 'postcode' | 'marks'>;

const emptyColumns = (capacity: number): Columns => ({
  decom: new Int32Array(capacity),
  dec: new Int32Array(capacity),
  place: new Uint16Array(capacity),
  postcode: new Int32Array(capacity),
  marks: new Uint8Array(capacity),
});

const grownColumns = (from: Columns, capacity: number): Columns => {
  const to = emptyColumns(capacity);
  to.decom.set(from.decom);
  to.dec.set(from.dec);
  to.place.set(from.place);
  to.postcode.set(from.postcode);
  to.marks.set(from.marks);
  return to;
};

const grown = (from: Int32Array, capacity: number): Int32Array<ArrayBuffer> => {
  const to = new Int32Array(capacity);
  to.set(from);
  return to;
};
