import {
  type CountPart,
  collectionYearEnd,
  countKey,
  countTable,
  type DimensionId,
  type Disclosed,
  type Measure,
  type Pack,
  type PackLine,
  type PackTable,
  type Printed,
  type PublishedCount,
  type PublishedRelease,
  printedText,
  type Release,
  type ReleasePart,
  releaseOf,
  shareOf,
  type TellCell,
} from '@rightplace/domain';
import { countedAs } from '../disclosure/release-of-figures.ts';
import type { FigureBook } from '../measure/figure-book.ts';
import { isHeadline } from '../measure/headline.ts';

type Figures = Pick<FigureBook, 'figure' | 'rows'>;
type Year = Pack['years'][number];

/** Parts that are printed nowhere, and that a reader gets by subtracting from what is. */
const LEFT_OVER: Readonly<Partial<Record<DimensionId, readonly string[]>>> = { uasc: ['other'] };

/** What a line counts in a year, in full: the same in every table, and in every release. */
const keyOf = (figures: Figures, { measure, part }: Pick<PackLine, 'measure' | 'part'>, year: Year): string =>
  countKey(countedAs(figures.figure(measure, collectionYearEnd(year))), partKey(part));

const partKey = (part: PackLine['part']): CountPart => (part === undefined ? {} : { [part.by]: part.key });

/** All tables of a pack as one release, so that one attack covers them together: counts, their sums and the percentages. */
export const releaseOfPack = (
  pack: Pack,
  figures: Figures,
  head: Pick<Release, 'id' | 'title' | 'revises'>,
): Release => {
  const tables = pack.tables.filter(({ lines }) => lines.some(({ area }) => area === 'own'));
  const parts = pack.years.flatMap((year, i) =>
    tables.filter((table) => isTold(table, i)).flatMap((table) => partsOf(table, figures, year, i)),
  );
  return releaseOf(head, parts);
};

/** A year of which the record gives no figure is not in a release at all. */
const isTold = ({ lines }: PackTable, i: number): boolean =>
  lines.some(({ cells }) => cells[i]?.kind === 'counted');

const partsOf = (table: PackTable, figures: Figures, year: Year, i: number): readonly ReleasePart[] => {
  const own = table.lines.filter(({ area }) => area === 'own');
  const cuts = Map.groupBy(own, ({ measure, part }) => `${measure.id} ${part?.by ?? ''}`);
  const counts = [...cuts.values()].flatMap((lines) => {
    const [first] = lines;
    return first === undefined ? [] : [countsOf(first, lines, { figures, year, i })];
  });
  if (table.shows !== 'share') return counts;
  return [...counts, ...own.filter(({ isWhole }) => !isWhole).map((line) => share(line, figures, year, i))];
};

const countedIn = ({ cells }: PackLine, i: number): number => {
  const cell = cells[i];
  if (cell?.kind !== 'counted') throw new Error('A year that is not told cannot be released.');
  return cell.counted;
};

const countsOf = (
  { measure, part }: PackLine,
  lines: readonly PackLine[],
  { figures, year, i }: { readonly figures: Figures; readonly year: Year; readonly i: number },
): ReleasePart => {
  const whole = figures.figure(measure, collectionYearEnd(year));
  const title = titleOf(measure, year);
  const of = countedAs(whole);
  if (part === undefined) return countTable({ of, title, ways: [], count: () => whole.numerator });
  const { by } = part;
  const told = new Map(lines.map((line) => [line.part?.key ?? '', countedIn(line, i)]));
  const unprinted = LEFT_OVER[by] ?? [];
  const others = whole.numerator - [...told.values()].reduce((sum, each) => sum + each, 0);
  const table = countTable({
    of,
    title,
    ways: [
      {
        id: by,
        keys: [
          ...lines.map((line) => ({ key: line.part?.key ?? '', title: line.title })),
          ...unprinted.map((key) => ({ key, title: 'the others' })),
        ],
      },
    ],
    count: (at) => told.get(at[by] ?? '') ?? others,
  });
  const isUnprinted = (key: string): boolean =>
    unprinted.some((each) => key === countKey(of, { [by]: each }));
  return {
    ...table,
    counts: table.counts.map((count) => (isUnprinted(count.key) ? { ...count, printed: false } : count)),
  };
};

const titleOf = ({ title }: Measure, year: Year): string => `${title}, ${year}`;

const share = (line: PackLine, figures: Figures, year: Year, i: number): ReleasePart => {
  const key = keyOf(figures, line, year);
  const whole = figures.figure(line.measure, collectionYearEnd(year));
  return shareOf({
    of: key,
    title: `${titleOf(line.measure, year)}, ${line.title}`,
    numerator: { key, value: countedIn(line, i), printed: true },
    denominator: { key: countedAs(whole), value: whole.numerator, printed: true },
  });
};

/** Tells each cell as disclosure control printed it. A cell that it knows nothing of is a mistake, and is not told. */
export const tellDisclosed =
  ({ printed, profile }: Pick<Disclosed, 'printed' | 'profile'>, figures: Figures): TellCell =>
  ({ table, line, year }) => {
    const key = keyOf(figures, line, year);
    const isShare = table.shows === 'share' && !line.isWhole;
    const cell = printed.get(isShare ? `${key}, percentage` : key);
    const behind = isShare ? printed.get(key) : undefined;
    if (cell === undefined || (isShare && behind === undefined))
      throw new Error(`Nothing was disclosed of "${line.title}" in ${table.number}, ${year}.`);
    const value = cell.kind === 'exact' || cell.kind === 'rounded' ? cell.value : null;
    const text = printedText(cell, profile);
    return {
      text: isShare && value !== null ? `${text}%` : text,
      value,
      counted: behind === undefined || value === null ? null : printedText(behind, profile),
      isHidden: cell.kind === 'hidden' || cell.kind === 'few',
    };
  };

/**
 * What members and others read of the same days as rounded headlines (decision 8), as if it were a release: whoever reads a
 * release has read those too, and a total that is hidden here must not be found there.
 */
export const headlinesBeside = (
  pack: Pack,
  figures: Figures,
  { at }: { readonly at: PublishedRelease['publishedAt'] },
): PublishedRelease => {
  const whole = pack.tables.flatMap(({ lines }) =>
    lines.filter(({ area, part, measure }) => area === 'own' && part === undefined && isHeadline(measure.id)),
  );
  const counts = whole.flatMap((line) =>
    line.cells.flatMap((cell, i): readonly PublishedCount[] => {
      const year = pack.years[i];
      if (cell.kind !== 'counted' || year === undefined) return [];
      return [
        {
          key: keyOf(figures, line, year),
          title: titleOf(line.measure, year),
          value: cell.counted,
          printed: inFives(cell.counted),
        },
      ];
    }),
  );
  const unique = [...new Map(counts.map((count) => [count.key, count])).values()];
  return {
    format: 1,
    id: 'rounded headlines',
    title: 'Rounded headlines',
    publishedAt: at,
    profile: 'headlines',
    area: 'authority',
    counts: unique,
    relations: [],
    ratios: [],
  };
};

const inFives = (count: number): Printed => {
  if (count === 0) return { kind: 'exact', value: 0 };
  return count <= 4 ? { kind: 'few' } : { kind: 'rounded', value: Math.round(count / 5) * 5, to: 5 };
};
