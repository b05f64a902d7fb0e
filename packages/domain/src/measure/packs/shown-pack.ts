import type { CollectionYear } from '../../calendar/reporting-year.ts';
import { printedCount } from '../../disclosure/board.ts';
import { printedText } from '../../disclosure/printed.ts';
import { DISCLOSURE_PROFILES, type DisclosureProfile } from '../../disclosure/profile.ts';
import { ratioOf } from '../../disclosure/rounding.ts';
import type { Measure } from '../measure.ts';
import type { Pack, PackCell, PackLine, PackTable } from './pack.ts';
import { packFinding } from './pack-finding.ts';

/**
 * A pack as people get it: words and numbers as they are told, and nothing else. Whoever shows, prints or sends one of these
 * needs nothing of the pack that it came from, so a published one can be kept without the true counts behind it. Plain data.
 */
export interface ShownPack {
  readonly title: string;
  /** "Northmarsh County Council". */
  readonly whose: string;
  readonly years: readonly CollectionYear[];
  readonly tables: readonly ShownTable[];
  readonly definitions: readonly ShownDefinition[];
}

export interface ShownDefinition extends Pick<Measure, 'id' | 'title' | 'definition' | 'source'> {
  readonly version: number;
  readonly certainty: string;
}

export interface ShownTable
  extends Pick<PackTable, 'id' | 'number' | 'title' | 'of' | 'shows' | 'lineHeader'> {
  /** What it shows, in a sentence made of what is told in it. */
  readonly finding: string;
  readonly lines: readonly ShownLine[];
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}

export interface ShownLine extends Pick<PackLine, 'key' | 'title' | 'area' | 'isWhole'> {
  readonly measureId: string;
  readonly cells: readonly ShownCell[];
}

export interface ShownCell {
  readonly text: string;
  /** For charts and files; null where no number is told. */
  readonly value: number | null;
  /** The count behind a percentage. */
  readonly counted: string | null;
  /** Whether there is a number that is not told. */
  readonly isHidden: boolean;
}

export type TellCell = (at: {
  readonly table: PackTable;
  readonly line: PackLine;
  readonly cell: Extract<PackCell, { kind: 'counted' }>;
  readonly year: CollectionYear;
}) => ShownCell;

const NONE: ShownCell = { text: '–', value: null, counted: null, isHidden: false };

export const tableAs = (table: PackTable, years: Pack['years'], tell: TellCell): ShownTable => {
  const asShown = (line: PackLine): ShownLine => ({
    key: line.key,
    title: line.title,
    area: line.area,
    isWhole: line.isWhole,
    measureId: line.measure.id,
    cells: line.cells.map((cell, i) => {
      if (cell.kind === 'counted') return tell({ table, line, cell, year: years[i] ?? 0 });
      return cell.kind === 'published' ? publishedCell(cell.value, table, line) : NONE;
    }),
  });
  // A line of England with no figure at all is one sentence, and not a row of dashes.
  const [shown, silent] = [
    table.lines.filter((line) => line.area === 'own' || !isSilent(line) || isAllEngland(table)),
    table.lines.filter((line) => line.area === 'england' && isSilent(line) && !isAllEngland(table)),
  ];
  const lines = shown.map(asShown);
  const { id, number, title, of, shows, lineHeader } = table;
  return {
    id,
    number,
    title,
    of,
    shows,
    lineHeader,
    finding: packFinding(table, lines, years),
    lines,
    notes: [...table.notes, ...silentNotes(silent, table), ...blankNotes(shown, years)],
    sources: sourcesOf(shown),
  };
};

export const packAs = (pack: Pack, whose: string, tell: TellCell): ShownPack => ({
  title: pack.title,
  whose,
  years: pack.years,
  tables: pack.tables.map((table) => tableAs(table, pack.years, tell)),
  definitions: [...new Set(pack.tables.flatMap(({ measures }) => measures))].map(
    ({ id, version, title, definition, source, certainty }) => ({
      id,
      version,
      title,
      definition,
      source,
      certainty: certainty.says,
    }),
  ),
});

const isSilent = ({ cells }: PackLine): boolean => cells.every(({ kind }) => kind === 'blank');
const isAllEngland = ({ lines }: PackTable): boolean => lines.every(({ area }) => area === 'england');

const PLAIN: DisclosureProfile = DISCLOSURE_PROFILES.internal;
const grouped = (value: number): string => printedText({ kind: 'exact', value }, PLAIN);

const publishedCell = (value: number, { shows }: PackTable, { isWhole }: PackLine): ShownCell => {
  const whole = shows === 'share' && !isWhole ? Math.floor(value + 0.5) : value;
  return { ...NONE, text: shows === 'share' && !isWhole ? `${whole}%` : grouped(value), value: whole };
};

/** As it is, percentages to whole numbers: for those who may see the children behind it. */
export const tellTrue: TellCell = ({ cell: { counted, of } }) => {
  if (of === null) return { ...NONE, text: grouped(counted), value: counted };
  if (of === 0) return { ...NONE, text: 'z' };
  const value = ratioOf(counted, of, { per: 100, decimals: 0 });
  return { ...NONE, text: `${value}%`, value, counted: grouped(counted) };
};

/** Each count rounded by itself, as the Department rounded its tables. Not enough to publish by: a sum may give one away. */
export const tellRounded =
  (profile: DisclosureProfile): TellCell =>
  ({ cell: { counted } }) => {
    const printed = printedCount(counted, 'authority', profile);
    const value = printed.kind === 'exact' || printed.kind === 'rounded' ? printed.value : null;
    return { ...NONE, text: printedText(printed, profile), value, isHidden: value === null };
  };

const silentNotes = (lines: readonly PackLine[], table: PackTable): readonly string[] => {
  if (lines.length === 0) return [];
  const reasons = [...new Set(lines.flatMap(({ cells }) => cells.flatMap(reasonOf)))].join('; ');
  const all = lines.length === table.lines.filter(({ area }) => area === 'england').length;
  return [
    all
      ? `England: ${reasons}.`
      : `England, ${lines.map(({ title }) => title.toLowerCase()).join(', ')}: ${reasons}.`,
  ];
};

const reasonOf = (cell: PackCell): readonly string[] => (cell.kind === 'blank' ? [cell.reason] : []);

/** Why there are dashes: which lines of whom, which years, and the reason. */
const blankNotes = (lines: readonly PackLine[], years: Pack['years']): readonly string[] => {
  const blanks = lines.flatMap(({ area, title, cells }) =>
    [...new Set(cells.flatMap(reasonOf))].map((reason) => ({
      area,
      title: title.toLowerCase(),
      reason,
      of: years
        .filter((_, i) => cells[i]?.kind === 'blank' && reasonOf(cells[i]).includes(reason))
        .join(', '),
    })),
  );
  const groups = Map.groupBy(blanks, ({ area, reason, of }) => JSON.stringify([area, reason, of]));
  return [...groups.values()].flatMap((each) =>
    each.slice(0, 1).map(({ area, reason, of }) => {
      const isAll = each.length === lines.filter((line) => line.area === area).length;
      const which = isAll ? '' : `, ${each.map(({ title }) => title).join(', ')}`;
      return `– ${area === 'england' ? 'England' : 'The record'}${which}, ${of}: ${reason}.`;
    }),
  );
};

const sourcesOf = (lines: readonly PackLine[]): readonly string[] => {
  const releases = lines.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.kind === 'published' ? [cell.release] : [])),
  );
  return [
    ...(lines.some(({ area }) => area === 'own') ? ['The authority’s own record.'] : []),
    ...[...new Set(releases)].toSorted().map((release) => `England: ${release}, numbers to the nearest 10.`),
  ];
};
