import { listed } from '../set-aside.ts';
import type { TableName } from '../tables/table.ts';
import { getTable } from '../tables/tables.ts';
import type { Collection } from './collection.ts';
import type { DerivedColumn, Geography } from './geography.ts';
import type { ReturnTable, SourceName } from './return-table.ts';
import type { Reference, Rule } from './rule.ts';
import type { Checked } from './run-rules.ts';

export interface GivenToRules {
  readonly checked: Checked;
  readonly byName: ReadonlyMap<SourceName, ReturnTable>;
  readonly geography: Geography;
  readonly collection: Collection;
}

const titleOf = (table: SourceName): string => {
  const last = table.endsWith('_last');
  const { title } = getTable(table.replace('_last', '') as TableName);
  return last ? `last year’s ${title}` : title;
};

const DIRECTORY = 'a postcode directory';
const LISTS = 'Ofsted’s lists of providers';
const PROVIDER_AUTHORITIES = 'the authorities of providers (a postcode directory)';
const AUTHORITY = 'the reporting authority';

const DERIVED: Readonly<Record<DerivedColumn, string>> = {
  PL_LA: 'where placements are (a postcode directory)',
  PL_LOCATION: 'whether placements are in the authority (a postcode directory and the authority)',
  PL_DISTANCE: 'how far placements are from home (a postcode directory)',
};

/** By which year's tables it is known who is unaccompanied. */
const FLAGGED: Partial<
  Record<Reference, { readonly title: string; readonly years: readonly ('' | '_last')[] }>
> = {
  unaccompanied: {
    title: 'who is unaccompanied and seeking asylum (the Header or the UASC file)',
    years: ['', '_last'],
  },
  'unaccompanied this year': {
    title: 'who is unaccompanied and seeking asylum this year (the Header or the UASC file)',
    years: [''],
  },
  'unaccompanied last year': {
    title: 'who was unaccompanied and seeking asylum last year (that year’s Header or UASC file)',
    years: ['_last'],
  },
};

const lacks = (needed: Reference, rule: Rule, given: GivenToRules): string | undefined => {
  const { checked, byName, geography, collection } = given;
  if (needed === 'postcodes') return checked.directory === undefined ? DIRECTORY : undefined;
  if (needed === 'providers') return checked.providers === undefined ? LISTS : undefined;
  if (needed === 'provider authorities') {
    // Lists say in which authority a provider is by name alone: its code is told from the postcode, or given with it.
    const isTold = checked.providers?.some(({ LA_CODE_INFERRED }) => LA_CODE_INFERRED !== undefined) ?? true;
    return checked.directory === undefined && !isTold ? PROVIDER_AUTHORITIES : undefined;
  }
  if (needed === 'authority') return checked.authority === '' ? AUTHORITY : undefined;
  const flags = FLAGGED[needed];
  if (flags !== undefined)
    return flags.years.some((suffix) => collection.isFlagged(suffix)) ? undefined : flags.title;
  const episodes = rule.needs.filter((table) => table.startsWith('Episodes'));
  const column = needed as DerivedColumn;
  const isKnown = episodes.every((name) => {
    const table = byName.get(name);
    return table === undefined || geography.knows(column, table);
  });
  return isKnown ? undefined : DERIVED[column];
};

/** Why a rule cannot be run on what was given, in a sentence; undefined when it can. A rule not run is not passed. */
export const whyNotRun = (rule: Rule, given: GivenToRules): string | undefined => {
  const { byName, checked } = given;
  if (rule.format !== undefined && rule.format !== checked.format)
    return `It is only for ${rule.format.toUpperCase()} returns.`;
  const needs = checked.format === 'xml' ? [...rule.needs, ...rule.needsInXml] : rule.needs;
  const missing = needs.filter((table) => !byName.has(table)).map(titleOf);
  for (const table of rule.needsFilled)
    if (byName.get(table)?.count === 0) missing.push(`a row in ${titleOf(table)}`);
  for (const either of rule.needsOneOf)
    if (!either.some((table) => byName.has(table))) missing.push(either.map(titleOf).join(' or '));
  for (const needed of rule.reference) {
    const lacking = lacks(needed, rule, given);
    if (lacking !== undefined) missing.push(lacking);
  }
  return missing.length === 0 ? undefined : `It needs ${listed(missing)}, not given.`;
};

/** What sort of thing would have to be there for a rule to be run: a list to load, rows, or a return in XML. */
export type Lack = 'providers' | 'postcodes' | 'tables' | 'xml';

const PHRASES = [LISTS, PROVIDER_AUTHORITIES, ...Object.values(DERIVED), DIRECTORY, AUTHORITY];

/** From the sentence that `whyNotRun` gave, for those who can do something about it. */
export const lacksIn = (why: string): readonly Lack[] => {
  if (why.startsWith('It is only for XML')) return ['xml'];
  const rest = PHRASES.reduce((text, phrase) => text.replaceAll(phrase, ''), why);
  const isMoreNeeded = rest.replaceAll(/^It needs|not given|and|\W/g, '') !== '';
  const lacks: readonly (Lack | false)[] = [
    why.includes(LISTS) && 'providers',
    why.includes(DIRECTORY) && 'postcodes',
    isMoreNeeded && 'tables',
  ];
  return lacks.filter((lack) => lack !== false);
};
