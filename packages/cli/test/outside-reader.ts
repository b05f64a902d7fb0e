/**
 * Somebody outside who has every file that was published and every rounded figure that members read, and knows linear
 * programming. They know nothing of how numbers were hidden: what adds up to what they take from the words of the tables.
 */
import type { OpenProgram } from '@rightplace/domain';
import { solver } from '../../app/test/disclosing.ts';

/** A line of a published file, as its header names the cells. */
export interface FileLine {
  readonly table: string;
  readonly line: string;
  readonly year: string;
  readonly value: string;
  readonly unit: string;
  readonly children: string;
  readonly measure: string;
}

const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.replaceAll(/^"|"$/g, '').replaceAll('""', '"'),
  );

/** The authority's own figures in a published CSV file. */
export const linesOf = (csv: string): readonly FileLine[] => {
  const [header = '', ...lines] = csv.replace(/^\uFEFF/, '').split('\r\n');
  const names = cellsOf(header);
  const figures = lines.slice(0, lines.indexOf('')).map(cellsOf);
  return figures.flatMap((cells) => {
    const at = (name: string): string => cells[names.indexOf(name)] ?? '';
    if (at('area') === 'England') return [];
    const { table, line } = { table: at('table'), line: at('line') };
    return [
      {
        table,
        line,
        year: at('year to 31 March'),
        value: at('value'),
        unit: at('unit'),
        children: at('children'),
        measure: at('measure'),
      },
    ];
  });
};

/** A figure that members read in fives. */
export interface InFives {
  readonly measure: string;
  readonly year: string;
  readonly about: number;
}

const WHOLES = ['All children', 'Looked after', 'Started in the year', 'Ceased in the year'];

/** The same number in whichever table it stands: what is counted, which part, and the year. */
export const nameOf = ({ measure, line, year }: Pick<FileLine, 'measure' | 'line' | 'year'>): string =>
  `${measure}, ${WHOLES.includes(line) ? 'all' : line}, ${year}`;

interface Range {
  lower: number;
  upper: number;
}
const ANY: Readonly<Range> = { lower: 0, upper: 5000 };
const asNumber = (text: string): number | undefined =>
  /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;

const toldBy = (text: string): Range => {
  const number = asNumber(text);
  if (number !== undefined) return { lower: number, upper: number };
  if (text === '<5') return { lower: 1, upper: 4 };
  return text === 'c' ? { ...ANY, lower: 1 } : { ...ANY };
};

export interface Reader {
  /** The least and the most that a number can be, in whole numbers. */
  readonly rangeOf: (name: string) => Range;
  readonly knows: (name: string) => boolean;
}

/** What somebody knows who reads these; `differences` are numbers that they would like to subtract. */
export const readerOf = (
  files: readonly (readonly FileLine[])[],
  inFives: readonly InFives[],
  differences: readonly (readonly [name: string, of: string, less: string])[] = [],
): Reader => {
  const columns: Range[] = [];
  const named = new Map<string, number>();
  const rows: { readonly column: number; readonly times: number }[][] = [];
  const add = (range: Range): number => columns.push({ ...range }) - 1;
  const columnOf = (name: string): number => {
    const held = named.get(name) ?? add({ ...ANY });
    named.set(name, held);
    return held;
  };
  const learn = (name: string, { lower, upper }: Range): void => {
    const column = columns[columnOf(name)];
    if (column === undefined) return;
    column.lower = Math.max(column.lower, lower);
    column.upper = Math.min(column.upper, upper);
  };
  for (const lines of files) {
    for (const each of lines) {
      const name = nameOf(each);
      learn(name, toldBy(each.unit === 'children' ? each.value : each.children));
      const percent = each.unit === 'percent' ? asNumber(each.value) : undefined;
      if (percent === undefined) continue;
      // Half a per cent either way, of a whole that is a number of the same measure.
      const [part, whole] = [columnOf(name), columnOf(nameOf({ ...each, line: 'All children' }))];
      const [notLess, notMore] = [add({ lower: 0, upper: 2e6 }), add({ lower: 1, upper: 2e6 })];
      rows.push(
        [
          { column: part, times: 200 },
          { column: whole, times: 1 - 2 * percent },
          { column: notLess, times: -1 },
        ],
        [
          { column: part, times: -200 },
          { column: whole, times: 2 * percent + 1 },
          { column: notMore, times: -1 },
        ],
      );
    }
    // The lines of a table that has a whole add up to it, year by year.
    for (const table of Map.groupBy(lines, (each) => `${each.table} ${each.year}`).values()) {
      const whole = table.find(({ line }) => line === 'All children');
      if (whole === undefined || table.some(({ value }) => value === '–')) continue;
      rows.push([
        { column: columnOf(nameOf(whole)), times: -1 },
        ...table
          .filter((each) => each !== whole)
          .map((each) => ({ column: columnOf(nameOf(each)), times: 1 })),
      ]);
    }
  }
  for (const { measure, year, about } of inFives)
    learn(
      nameOf({ measure, line: 'All children', year }),
      about === 0 ? { lower: 0, upper: 0 } : { lower: about - 2, upper: about + 2 },
    );
  for (const [name, of, less] of differences) {
    const column = add({ lower: -5000, upper: 5000 });
    named.set(name, column);
    rows.push([
      { column: columnOf(of), times: 1 },
      { column: columnOf(less), times: -1 },
      { column, times: -1 },
    ]);
  }
  return {
    knows: (name) => named.has(name),
    rangeOf: (name) => {
      const column = named.get(name);
      if (column === undefined) throw new Error(`Nobody wrote of ${name}`);
      const program = solver({ columns: columns.map((range) => ({ ...range, cost: 0 })), rows });
      try {
        return { lower: extreme(program, column, 1), upper: extreme(program, column, -1) };
      } finally {
        program.close();
      }
    },
  };
};

const extreme = (program: OpenProgram, column: number, cost: 1 | -1): number => {
  program.setCost(column, cost);
  const found = program.cheapestWhole()?.[column];
  if (found === undefined) throw new Error('What was published contradicts itself.');
  return Math.round(found);
};
