import type { PackTable } from './pack.ts';
import type { ShownLine } from './shown-pack.ts';

/**
 * What a table shows, as a sentence for its title. It is made of what is told in the table and nothing else, so that the title
 * of a published one tells no more than the table: where something is hidden, nothing is called the largest.
 */
export const packFinding = (
  { largest, title }: Pick<PackTable, 'largest' | 'title'>,
  lines: readonly ShownLine[],
  years: readonly number[],
): string => {
  const last = lastTold(lines, years.length);
  if (last === -1) return `No figure is known: ${title}`;
  const parts = lines.filter(({ area, isWhole }) => !isWhole && area === lines[0]?.area);
  const [line] = largest === undefined ? parts : parts.toSorted((a, b) => at(b, last) - at(a, last));
  // Of nought, or of what is hidden, there is nothing to say.
  if (line === undefined || (largest !== undefined && at(line, last) <= 0)) return title;
  const first = line.cells.findIndex(({ value }) => value !== null);
  const told = (i: number): string => `${line.cells[i]?.text} in ${years[i]}`;
  const then = first === -1 || first === last ? '' : `, ${told(first)}`;
  if (largest === undefined) return `${moreOrFewer(line, first, last)}: ${told(last)}${then}`;
  return `${line.title}${isCertain(lines, parts, line, last) ? ` is ${largest}` : ''}: ${told(last)}${then}${englandToo(lines, line, years)}`;
};

const at = ({ cells }: ShownLine, i: number): number => cells[i]?.value ?? -1;

/** The last year of which the first of the lines tells anything. */
const lastTold = (lines: readonly ShownLine[], years: number): number => {
  for (let i = years - 1; i >= 0; i--)
    if (lines.some(({ area, cells }) => area === lines[0]?.area && (cells[i]?.value ?? null) !== null))
      return i;
  return -1;
};

const moreOrFewer = ({ cells, area }: ShownLine, first: number, last: number): string => {
  const where = area === 'england' ? 'England' : undefined;
  const [was, is] = [cells[first]?.value ?? null, cells[last]?.value ?? null];
  const words =
    was === null || is === null || first === last
      ? 'Children looked after'
      : is === was
        ? 'As many children looked after'
        : `${is > was ? 'More' : 'Fewer'} children looked after`;
  return where === undefined ? words : `${where}, ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
};

/** One that is hidden might be larger, unless this is more than half of all; and of two that are equal neither is. */
const isCertain = (
  lines: readonly ShownLine[],
  parts: readonly ShownLine[],
  line: ShownLine,
  last: number,
): boolean =>
  isMajority(lines, line, last) ||
  parts.every(
    (other) => other === line || (other.cells[last]?.isHidden !== true && at(other, last) < at(line, last)),
  );

const isMajority = (lines: readonly ShownLine[], line: ShownLine, last: number): boolean => {
  const whole = lines.find(({ isWhole, area }) => isWhole && area === line.area)?.cells[last]?.value ?? null;
  // Beside a percentage stands the count, which is what the whole is of.
  const counted = line.cells[last]?.counted ?? null;
  const value = counted === null ? at(line, last) : Number(counted.replaceAll(',', ''));
  return whole !== null && value * 2 > whole;
};

const englandToo = (lines: readonly ShownLine[], { key }: ShownLine, years: readonly number[]): string => {
  const england = lines.find((line) => line.area === 'england' && line.key === key);
  const i = england?.cells.findLastIndex(({ value }) => value !== null) ?? -1;
  return i === -1 ? '' : `; England ${england?.cells[i]?.text} in ${years[i]}`;
};
