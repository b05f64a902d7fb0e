import type {
  CategoryOfNeed,
  ChildDetails,
  ChildFact,
  ChildRecord,
  LegalStatus,
  Period,
  PeriodOfCare,
  Placement,
} from '@rightplace/domain';

export type Cell = string | number | boolean | null;
/** A row to be saved: its cells in the order of the table's columns. */
export type Row = readonly Cell[];
/** A row as it comes back, by column name. Each table's reading, below, says what its columns hold. */
// oxlint-disable-next-line typescript/no-explicit-any -- the database's own constraints hold what each column may be
export type FoundRow = Readonly<Record<string, any>>;

interface Column {
  readonly name: string;
  /** PostgreSQL's name of the type. */
  readonly type: string;
}

/**
 * A table of what is believed of children: how a part of a child's record becomes rows, and rows become that part.
 * Saving, loading and comparing two moments are each written once, over these.
 */
export interface BeliefTable<Part> {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns that, with the child, tell a row from the others believed at one moment. */
  readonly identity: readonly string[];
  /** The order in which a child's rows are read. */
  readonly order: readonly string[];
  readonly rowsOf: (child: ChildRecord) => readonly Row[];
  readonly partOf: (row: FoundRow) => Part;
}

const columns = (...described: readonly string[]): readonly Column[] =>
  described.map((text) => {
    const [name = '', type = 'text'] = text.split(' ');
    return { name, type };
  });

/** Stretches of no length on one day are numbered, so that each is a row of its own and their order is kept. */
const numbered = <T extends Period>(stretches: readonly T[], cells: (stretch: T) => Row): readonly Row[] => {
  let previous: T | undefined;
  let ordinal = 0;
  return stretches.map((stretch) => {
    ordinal = previous?.starts === stretch.starts && previous.ends === stretch.ends ? ordinal + 1 : 0;
    previous = stretch;
    return [stretch.starts, stretch.ends, ordinal, ...cells(stretch)];
  });
};

interface Timeline<T extends Period> {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly of: (child: ChildRecord) => readonly T[];
  readonly cells: (stretch: T) => Row;
  readonly partOf: (row: FoundRow) => T;
}

const timeline = <T extends Period>({
  name,
  columns: own,
  of,
  cells,
  partOf,
}: Timeline<T>): BeliefTable<T> => ({
  name,
  columns: [...columns('starts date', 'ends date', 'ordinal smallint'), ...own],
  identity: ['starts', 'ends', 'ordinal'],
  // An open stretch is the last of those that start on its day, and nulls sort last.
  order: ['starts', 'ends', 'ordinal'],
  rowsOf: (child) => numbered(of(child), cells),
  partOf,
});

export const periodsOfCare = timeline<PeriodOfCare>({
  name: 'period_of_care',
  columns: columns('start_known boolean', 'end_reason'),
  of: (child) => child.periodsOfCare,
  cells: (period) => [period.startKnown, period.endReason],
  partOf: (row) => ({
    starts: row['starts'],
    ends: row['ends'],
    startKnown: row['start_known'],
    endReason: row['end_reason'],
  }),
});

export const needs = timeline<CategoryOfNeed>({
  name: 'category_of_need',
  columns: columns('need'),
  of: (child) => child.needs,
  cells: (stretch) => [stretch.need],
  partOf: (row) => ({ starts: row['starts'], ends: row['ends'], need: row['need'] }),
});

export const legalStatuses = timeline<LegalStatus>({
  name: 'legal_status',
  columns: columns('status', 'began'),
  of: (child) => child.legalStatuses,
  cells: (stretch) => [stretch.status, stretch.began],
  partOf: (row) => ({ starts: row['starts'], ends: row['ends'], status: row['status'], began: row['began'] }),
});

export const placements = timeline<Placement>({
  name: 'placement',
  columns: columns('type', 'provider', 'postcode', 'home_postcode', 'urn', 'began', 'end_reason'),
  of: (child) => child.placements,
  cells: (p) => [p.type, p.provider, p.postcode, p.homePostcode, p.urn, p.began, p.endReason],
  partOf: (row) => ({
    starts: row['starts'],
    ends: row['ends'],
    type: row['type'],
    provider: row['provider'],
    postcode: row['postcode'],
    homePostcode: row['home_postcode'],
    urn: row['urn'],
    began: row['began'],
    endReason: row['end_reason'],
  }),
});

const DETAILS = {
  givenName: 'given_name',
  familyName: 'family_name',
  dateOfBirth: 'date_of_birth date',
  expectedOn: 'expected_on date',
  sex: 'sex',
  ethnicity: 'ethnicity',
  disabilities: 'disabilities jsonb',
  upn: 'upn',
  mother: 'mother',
  motherChildBornOn: 'mother_child_born_on date',
  homeAddress: 'home_address',
  homePostcode: 'home_postcode',
  siblingGroup: 'sibling_group',
} as const satisfies Record<keyof ChildDetails, string>;

const listCell = (list: readonly string[] | undefined): Cell =>
  list === undefined ? null : JSON.stringify(list);

const detailColumns = columns(...Object.values(DETAILS));
const detailKeys = Object.keys(DETAILS) as readonly (keyof ChildDetails)[];

export const details: BeliefTable<ChildDetails> = {
  name: 'child_details',
  columns: detailColumns,
  identity: [],
  order: [],
  rowsOf: ({ details: held }) => [
    detailKeys.map((key) => (key === 'disabilities' ? listCell(held[key]) : ((held[key] ?? null) as Cell))),
  ],
  // What is not recorded is left out of the record, not present and empty.
  partOf: (row) => {
    const held: Partial<Record<keyof ChildDetails, unknown>> = {};
    detailKeys.forEach((key, i) => {
      const cell = row[(detailColumns[i] as Column).name];
      if (cell !== null) held[key] = cell;
    });
    return held as ChildDetails;
  },
};

/** The same fields give the same text whatever order they were said in, so that saying them again is no change. */
const inKeyOrder = (fields: ChildFact['fields']): string =>
  JSON.stringify(Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))));

export const facts: BeliefTable<ChildFact> = {
  name: 'child_fact',
  columns: columns('kind', 'key', 'fields'),
  identity: ['kind', 'key'],
  order: ['kind', 'key'],
  rowsOf: (child) => child.facts.map((fact) => [fact.kind, fact.key, inKeyOrder(fact.fields)]),
  partOf: (row) => ({ kind: row['kind'], key: row['key'], fields: JSON.parse(row['fields']) }),
};

export const beliefTables = { details, periodsOfCare, needs, legalStatuses, placements, facts };
export type BeliefName = keyof typeof beliefTables;
