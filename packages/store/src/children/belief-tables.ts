import {
  type CategoryOfNeed,
  type ChildDetails,
  type ChildFact,
  type ChildRecord,
  type Day,
  type LegalStatus,
  type Period,
  type PeriodOfCare,
  type Placement,
} from '@rightplace/domain';

/** What a column of a fact holds, as text or null: the form it is sent in, compared in and read in. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

interface Column {
  readonly name: string;
  /** PostgreSQL's name of the type. */
  readonly type: string;
}

/**
 * A table of what is believed of children: how a child's part becomes rows and rows become that part. Saving, loading
 * and comparing moments are each written once, over this list.
 */
export interface BeliefTable<Part> {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns that, with the child, tell a row from the others believed at one moment. */
  readonly identity: readonly string[];
  /** The order in which a child's rows are read. */
  readonly order: string;
  readonly rowsOf: (child: ChildRecord) => readonly Row[];
  readonly partOf: (row: Row) => Part;
}

const column = (text: string): Column => {
  const [name = '', type = 'text'] = text.split(' ');
  return { name, type };
};

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

const timeline = <T extends Period>(table: {
  name: string;
  columns: readonly string[];
  of: (child: ChildRecord) => readonly T[];
  cells: (stretch: T) => Row;
  read: (period: Period, cells: Row) => T;
}): BeliefTable<T> => ({
  name: table.name,
  columns: ['starts date', 'ends date', 'ordinal smallint', ...table.columns].map(column),
  identity: ['starts', 'ends', 'ordinal'],
  order: 'starts, ends nulls last, ordinal',
  rowsOf: (child) => numbered(table.of(child), table.cells),
  partOf: (row) => table.read({ starts: row[0] as Day, ends: row[1] as Day | null }, row.slice(3)),
});

const text = (cell: Cell | undefined): string | null => (cell ?? null) as string | null;

export const periodsOfCare = timeline<PeriodOfCare>({
  name: 'period_of_care',
  columns: ['start_known boolean', 'end_reason'],
  of: (child) => child.periodsOfCare,
  cells: (period) => [period.startKnown, period.endReason],
  read: (period, [startKnown, endReason]) => ({
    ...period,
    startKnown: startKnown === true,
    endReason: text(endReason),
  }),
});

export const needs = timeline<CategoryOfNeed>({
  name: 'category_of_need',
  columns: ['need'],
  of: (child) => child.needs,
  cells: (stretch) => [stretch.need],
  read: (period, [need]) => ({ ...period, need: text(need) }),
});

export const legalStatuses = timeline<LegalStatus>({
  name: 'legal_status',
  columns: ['status', 'began'],
  of: (child) => child.legalStatuses,
  cells: (stretch) => [stretch.status, stretch.began],
  read: (period, [status, began]) => ({
    ...period,
    status: status as string,
    began: began as LegalStatus['began'],
  }),
});

export const placements = timeline<Placement>({
  name: 'placement',
  columns: ['type', 'provider', 'postcode', 'home_postcode', 'urn', 'began', 'end_reason'],
  of: (child) => child.placements,
  cells: (p) => [p.type, p.provider, p.postcode, p.homePostcode, p.urn, p.began, p.endReason],
  read: (period, [type, provider, postcode, homePostcode, urn, began, endReason]) => ({
    ...period,
    type: type as string,
    provider: text(provider),
    postcode: text(postcode),
    homePostcode: text(homePostcode),
    urn: text(urn),
    began: began as Placement['began'],
    endReason: text(endReason),
  }),
});

const DETAILS = [
  ['givenName', 'given_name'],
  ['familyName', 'family_name'],
  ['dateOfBirth', 'date_of_birth date'],
  ['expectedOn', 'expected_on date'],
  ['sex', 'sex'],
  ['ethnicity', 'ethnicity'],
  ['disabilities', 'disabilities jsonb'],
  ['upn', 'upn'],
  ['mother', 'mother'],
  ['motherChildBornOn', 'mother_child_born_on date'],
  ['homeAddress', 'home_address'],
  ['homePostcode', 'home_postcode'],
  ['siblingGroup', 'sibling_group'],
] as const satisfies readonly (readonly [keyof ChildDetails, string])[];

export const details: BeliefTable<ChildDetails> = {
  name: 'child_details',
  columns: DETAILS.map(([, name]) => column(name)),
  identity: [],
  order: '1',
  rowsOf: ({ details: held }) => [
    DETAILS.map(([key]) =>
      key === 'disabilities' ? (held[key] ? JSON.stringify(held[key]) : null) : (held[key] ?? null),
    ),
  ],
  partOf: (row) =>
    Object.fromEntries(
      DETAILS.map(([key], i) => [key, row[i]]).filter(([, cell]) => cell !== null),
    ) as ChildDetails,
};

/** The same fields whatever order they came in: jsonb keeps none, and neither does the comparison. */
export const facts: BeliefTable<ChildFact> = {
  name: 'child_fact',
  columns: ['kind', 'key', 'fields jsonb'].map(column),
  identity: ['kind', 'key'],
  order: 'kind, key',
  rowsOf: (child) => child.facts.map((fact) => [fact.kind, fact.key, JSON.stringify(fact.fields)]),
  partOf: ([kind, key, fields]) => ({ kind, key, fields }) as unknown as ChildFact,
};

export const beliefTables = { details, periodsOfCare, needs, legalStatuses, placements, facts };
export type BeliefName = keyof typeof beliefTables;
