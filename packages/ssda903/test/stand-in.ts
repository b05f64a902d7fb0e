/**
 * A whole return where the published sample is not at hand: of the same files, as random, and dirty in the same ways. Its
 * files are put together here and not by the writer, which is what is tested with them.
 */
import { dayFromNumber, dayNumber, day as dayOf } from '@rightplace/domain';
import { codesIn } from '../src/codes/codes.ts';
import { dayToReturn } from '../src/dates.ts';
import type { TableName } from '../src/tables/table.ts';
import { columnNames, getTable } from '../src/tables/tables.ts';

type Row = Readonly<Record<string, string>>;
type Rows = Readonly<Record<Exclude<TableName, 'SWEpisodes' | 'DoLo'>, Row[]>>;

const YEAR = 2018;
const CHILDREN = 800;
/** The children of the XML file are the first of those in the CSV files. */
const CHILDREN_IN_XML = 150;
const BEGINNING = dayNumber(dayOf('2015-04-01'));

/** Numbers that look random and are the same every time. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const pick = randomFrom(903);
const code = (column: string): string => {
  const codes = Object.keys(codesIn(column, YEAR));
  return codes[pick(codes.length)] ?? '';
};
const text = (n: number): string => dayToReturn(dayFromNumber(n));
const oneIn = (n: number): boolean => pick(n) === 0;

const coded = (...columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, code(column)]));

const episodesOf = (CHILD: string): readonly Row[] => {
  let at = BEGINNING + pick(700);
  const wanted = 1 + pick(3);
  return Array.from({ length: wanted }, (_, i) => {
    const from = at;
    at += 20 + pick(130);
    const isLast = i === wanted - 1;
    return {
      CHILD,
      // One in seventy begins before the one before it has ended: two homes at once.
      DECOM: text(i > 0 && oneIn(70) ? from - 9 : from),
      ...coded('RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER'),
      DEC: isLast && oneIn(2) ? '' : text(at),
      REC: isLast ? code('REC') : 'X1',
      REASON_PLACE_CHANGE: isLast ? '' : code('REASON_PLACE_CHANGE'),
      HOME_POST: oneIn(9) ? '' : `ZZ${1 + pick(99)} ${pick(10)}AA`,
      PL_POST: `ZZ${1 + pick(99)} ${pick(10)}BB`,
      URN: `${1_000_000 + pick(9_000_000)}`,
    };
  });
};

const noRows = (): Rows => ({
  Header: [],
  Episodes: [],
  Reviews: [],
  UASC: [],
  OC2: [],
  OC3: [],
  AD1: [],
  PlacedAdoption: [],
  PrevPerm: [],
  Missing: [],
});

const addChild = (rows: Rows, n: number): void => {
  const CHILD = `${100_000 + n * 7}`;
  const child = { CHILD, DOB: text(BEGINNING - 400 - pick(6000)) };
  const SEX = code('SEX');
  // Far from the children of the XML file, as there a child's other tables hang from the header.
  const ETHNIC = n === CHILDREN - 2 ? 'XXXX' : code('ETHNIC');
  rows.Header.push({ ...child, SEX, ETHNIC, UPN: `Z${pick(1_000_000_000)}`, MOTHER: '', MC_DOB: '' });
  rows.Episodes.push(...episodesOf(CHILD));
  for (let at = BEGINNING + pick(60); at < BEGINNING + 1090; at += 100 + pick(200)) {
    const review = { ...child, REVIEW: text(at), ...coded('REVIEW_CODE') };
    rows.Reviews.push(review);
    if (oneIn(300)) rows.Reviews.push(oneIn(2) ? review : { ...review, ...coded('REVIEW_CODE') });
  }
  const yesOrNo = columnNames(getTable('OC2')).slice(4);
  rows.OC2.push({ ...child, SDQ_SCORE: `${pick(41)}`, SDQ_REASON: '', ...coded(...yesOrNo) });
  rows.PrevPerm.push({ ...child, PREV_PERM: 'Z1', LA_PERM: '', DATE_PERM: '' });
  if (oneIn(20)) rows.UASC.push({ ...child, SEX, DUC: text(BEGINNING + 4000 + pick(900)) });
  const MIS_START = BEGINNING + pick(1000);
  if (oneIn(40))
    rows.Missing.push({ ...child, MISSING: 'M', MIS_START: text(MIS_START), MIS_END: text(MIS_START + 3) });
  if (oneIn(40)) rows.OC3.push({ ...child, ...coded('IN_TOUCH', 'ACTIV', 'ACCOM') });
  if (oneIn(40)) {
    const decided = text(BEGINNING + pick(300));
    const adopters = coded('FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR');
    rows.AD1.push({ ...child, DATE_INT: decided, DATE_MATCH: decided, ...adopters });
    const ceased = { DATE_PLACED_CEASED: text(BEGINNING + 400), REASON_PLACED_CEASED: 'XXX' };
    rows.PlacedAdoption.push({ ...child, DATE_PLACED: decided, ...ceased });
  }
};

const csv = (table: TableName, rows: readonly Row[]): string => {
  const columns = columnNames(getTable(table));
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
};

const element = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;
const items = ({ CHILD, DOB, SEX, PLACE, ...row }: Row): string =>
  Object.entries({ ...row, ...(PLACE === undefined ? {} : { PL: PLACE }) })
    .map(([name, cell]) => (cell === '' ? `<${name} />` : element(name, cell)))
    .join('');

/** All on one line, as the published one is. */
const xml = (rows: Rows): string => {
  const children = rows.Header.slice(0, CHILDREN_IN_XML).map((own) => {
    const { CHILD = '', DOB = '', SEX = '' } = own;
    const of = (table: keyof Rows): readonly Row[] => rows[table].filter((row) => row['CHILD'] === CHILD);
    const blocks = (table: keyof Rows, name: string): string =>
      of(table)
        .map((row) => element(name, items(row)))
        .join('');
    const uasc = of('UASC').map((row) => `${element('UASC', '1')}${items(row)}`)[0] ?? '<UASC />';
    const header = [
      element('CHILDID', CHILD) + element('SEX', SEX) + element('DOB', DOB) + items(own) + uasc,
      ...[...of('OC3'), ...of('AD1')].map(items),
      blocks('Reviews', 'AREVIEW') + blocks('Missing', 'AMISSING') + blocks('PrevPerm', 'PERMANENCE'),
      blocks('PlacedAdoption', 'AD_PLACED') + blocks('OC2', 'OC2'),
    ];
    return element('CHILD', element('HEADER', header.join('')) + blocks('Episodes', 'EPISODE'));
  });
  return `<?xml version='1.0' encoding='us-ascii'?>\n${element('EXPSSDA903', children.join(''))}`;
};

const filesMade = (): ReadonlyMap<string, string> => {
  const rows = noRows();
  for (let n = 0; n < CHILDREN; n += 1) addChild(rows, n);
  const decisions = rows.PlacedAdoption;
  const worker = 'CHILD10,05/12/2003,SW999,01/01/2018,03/01/2018,SWLAZY';
  return new Map([
    ...(['Header', 'Episodes', 'Reviews', 'UASC', 'OC2', 'OC3', 'AD1', 'PlacedAdoption'] as const).map(
      (table): [string, string] => [getTable(table).fileName, csv(table, rows[table])],
    ),
    ['placed_for_adoption_errors.csv', csv('PlacedAdoption', decisions.slice(0, 9))],
    ['previous_permanence.csv', csv('PrevPerm', rows.PrevPerm)],
    ['missing.csv', csv('Missing', rows.Missing)],
    // A byte-order mark and the other line ends; a file whose last line does not end; a child of no other table.
    ['sw_episodes.csv', `\uFEFF${columnNames(getTable('SWEpisodes')).join(',')}\r\n${worker}\r\n`],
    ['DoLo.csv', `${columnNames(getTable('DoLo')).join(',')}\nCHILD10,05/12/2003,01/01/2018,02/01/2018`],
    ['fake_903.xml', xml(rows)],
  ]);
};

/** The files by name, the same every time. */
export const STAND_IN: ReadonlyMap<string, string> = filesMade();
