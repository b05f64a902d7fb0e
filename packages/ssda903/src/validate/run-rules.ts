import type { CollectionYear } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { ChildReturn, NO_ROWS, type RowsOfChild } from './child-return.ts';
import { type Children, groupByChild } from './children.ts';
import { type Collection, type CollectionDays, codeTest } from './collection.ts';
import { Geography } from './geography.ts';
import { compactPostcode, type PostcodeDirectory } from './postcodes.ts';
import { type ProviderLine, providerList } from './providers.ts';
import { ReturnTable, type SourceName } from './return-table.ts';
import { rowMaker, type WorkedOut } from './row-makers.ts';
import type { RowTypes } from './rows.ts';
import { type RowsByTable, RowsWhenAsked } from './rows-when-asked.ts';
import type { Rule } from './rule.ts';
import { dayLookedUpTo } from './rule-words.ts';
import {
  bitOfTable,
  type ChildAtHand,
  type Failed,
  type Finding,
  type OnTogether,
  RulesAtWork,
} from './rules-at-work.ts';
import { RULESET, type Ruleset } from './ruleset.ts';
import { whyNotRun } from './why-not-run.ts';

export interface ValidateResult {
  readonly findings: readonly Finding[];
  /** Codes of the rules that were run, whether they found something or not. */
  readonly ran: readonly string[];
  readonly skipped: readonly { readonly rule: string; readonly why: string }[];
  /** Rules that broke on some child: a fault of ours, by which no other rule and no other child is affected. */
  readonly failed: readonly Failed[];
}

/** How many children have been looked at, of how many. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What is to be checked, made one whichever way it came. */
export interface Checked {
  readonly year: CollectionYear;
  readonly days: CollectionDays;
  readonly format: 'csv' | 'xml';
  readonly tables: readonly ReturnTable[];
  readonly authority: string;
  readonly providers: readonly ProviderLine[] | undefined;
  readonly directory: PostcodeDirectory | undefined;
  readonly rules: readonly string[] | undefined;
  /** Whether our own rules are run besides the Department's. Those asked for by code always are. */
  readonly withOurs: boolean;
  readonly peerCompatible: boolean;
  readonly onTogether?: OnTogether | undefined;
}

/** How many children are looked at together: enough to keep each rule’s code hot, few enough to keep their rows at hand. */
const STEP = 200;

/** `ruleset` is given only to try the engine out: on a rule that breaks, for one. */
export const runRules = function* (
  checked: Checked,
  ruleset: Ruleset = RULESET,
): Generator<Progress, ValidateResult> {
  const byName = new Map(checked.tables.map((table) => [table.name, table]));
  const geography = new Geography(checked.directory, checked.authority);
  const collection = collectionOf(checked, byName, geography);
  const asked = rulesAsked(checked, ruleset);
  const skipped = [...asked.unknown];
  const toRun: Rule[] = [];
  for (const rule of asked.rules) {
    const why = whyNotRun(rule, { checked, byName, geography, collection });
    if (why === undefined) toRun.push(rule);
    else skipped.push({ rule: rule.code, why });
  }
  const upTo = dayLookedUpTo(checked.year, checked.days.END);
  const run = new RulesAtWork(toRun, { upTo, onTogether: checked.onTogether });
  const children = groupByChild(checked.tables);
  const source = childSource(byName, children, workingOut(byName, geography, checked.format));
  const { ids } = children;
  const tablesOf = children.tablesOf(bitOfTable);
  const runFrom = (first: number, end: number): void => {
    const some: ChildAtHand[] = [];
    for (let i = first; i < end; i++)
      some.push({
        child: new ChildReturn(ids[i] ?? '', source.rows(i), source.last(i), collection),
        withRows: tablesOf[i] ?? 0,
      });
    run.children(some, collection);
  };
  for (let first = 0; first < ids.length; first += STEP) {
    const end = Math.min(first + STEP, ids.length);
    runFrom(first, end);
    if (end < ids.length) yield { done: end, of: ids.length };
  }
  return { findings: run.findings(), ran: toRun.map(({ code }) => code), skipped, failed: run.failed };
};

const rulesAsked = ({ rules, year, withOurs }: Checked, ruleset: Ruleset) => {
  if (rules === undefined) return { rules: ruleset.of(year, { withOurs }), unknown: [] };
  const found: Rule[] = [];
  const unknown: { readonly rule: string; readonly why: string }[] = [];
  for (const code of new Set(rules)) {
    const rule = ruleset.find(code, year);
    if (rule !== undefined) found.push(rule);
    else
      unknown.push({
        rule: code,
        why: `There is no rule ${code} in the collection year that ends in ${year}.`,
      });
  }
  return { rules: found, unknown };
};

type ByName = ReadonlyMap<SourceName, ReturnTable>;

/** Each postcode is on many rows: it is looked up once. */
const postcodeTest = (directory: PostcodeDirectory | undefined): Collection['isKnownPostcode'] => {
  const known = new Map<string, boolean>();
  return (postcode) => {
    const before = known.get(postcode);
    if (before !== undefined) return before;
    const is = directory?.(compactPostcode(postcode)) !== undefined;
    known.set(postcode, is);
    return is;
  };
};

const collectionOf = (checked: Checked, byName: ByName, geography: Geography): Collection => ({
  ...checked.days,
  year: checked.year,
  authority: checked.authority,
  format: checked.format,
  providers: providerList(checked.providers ?? [], (postcode) => geography.authorityOf(postcode)),
  isKnownPostcode: postcodeTest(checked.directory),
  isGiven: (table) => byName.has(table as SourceName),
  isFlagged: (suffix) => byName.get(`Header${suffix}`)?.has('UASC') === true || byName.has(`UASC${suffix}`),
  isCode: codeTest(checked.year),
  peerCompatible: checked.peerCompatible,
});

/**
 * In CSV the Header has no UASC: a child is in that year's UASC file, or is not. A column that is there and wholly
 * blank has only not been worked out yet; in XML it says what it says.
 */
const headerWorkedOut = (
  header: ReturnTable,
  uasc: ReturnTable | undefined,
  format: Checked['format'],
): WorkedOut => {
  const isSaid = format === 'xml' ? header.has('UASC') : header.holds('UASC');
  if (isSaid || uasc === undefined) return {};
  const inFile = new Set(Array.from({ length: uasc.count }, (_, row) => uasc.text('CHILD')(row)));
  const child = header.text('CHILD');
  return { UASC: (at) => (inFile.has(child(at)) ? '1' : '0') };
};

type WorkingOut = (table: ReturnTable) => WorkedOut;

const workingOut =
  (byName: ByName, geography: Geography, format: Checked['format']): WorkingOut =>
  (table) => {
    if (table.name.startsWith('Episodes')) return geography.of(table);
    if (!table.name.startsWith('Header')) return {};
    return headerWorkedOut(table, byName.get(table.name === 'Header' ? 'UASC' : 'UASC_last'), format);
  };

const childSource = (byName: ByName, children: Children, workOut: WorkingOut) => {
  const source = (suffix: '' | '_last'): ((child: number) => RowsOfChild) => {
    const rowsOf = <T extends TableName>(name: T): ((child: number) => readonly RowTypes[T][]) => {
      const table = byName.get(`${name}${suffix}`);
      if (table === undefined) return () => [];
      return children.rowsIn(table, rowMaker(name, table, workOut(table)));
    };
    const byTable: RowsByTable = {
      Header: rowsOf('Header'),
      Episodes: rowsOf('Episodes'),
      Reviews: rowsOf('Reviews'),
      UASC: rowsOf('UASC'),
      OC2: rowsOf('OC2'),
      OC3: rowsOf('OC3'),
      AD1: rowsOf('AD1'),
      PlacedAdoption: rowsOf('PlacedAdoption'),
      PrevPerm: rowsOf('PrevPerm'),
      Missing: rowsOf('Missing'),
      SWEpisodes: rowsOf('SWEpisodes'),
      DoLo: rowsOf('DoLo'),
    };
    return (child) => new RowsWhenAsked(byTable, child);
  };
  const hasLast = [...byName.keys()].some((name) => name.endsWith('_last'));
  return { rows: source(''), last: hasLast ? source('_last') : () => NO_ROWS };
};
