import {
  type AttemptRefusal,
  type CollectionYear,
  collectionYearEnd,
  collectionYearLabel,
  collectionYearOf,
  type Day,
  demographyPack,
  demographySeries,
  disclosureProfile,
  ENGLAND,
  londonDayOf,
  mayAttempt,
  type Pack,
  type PreparedLedger,
  packAs,
  type ShownPack,
  type ShownTable,
  tableAs,
  tellRounded,
  tellTrue,
} from '@rightplace/domain';
import { asTenantReading, type Tx } from '@rightplace/store';
import { type FigureBook, figureBook } from '../measure/figure-book.ts';
import { findSource, toldUntil } from '../measure/what-is-held.ts';
import { publishedInForce } from '../reference/published/published-in-force.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** Which year-ends: so many up to and including one. What is left out is the last five that the record tells of. */
export interface PackYears {
  readonly last?: CollectionYear | undefined;
  readonly count?: number | undefined;
}

export const USUAL_YEARS = 5;
export const MOST_YEARS = 10;

/** A pack with the figures it was made of. */
export interface LoadedPack {
  readonly kind: 'loaded';
  readonly pack: Pack;
  readonly book: FigureBook;
  readonly last: CollectionYear;
  /** The latest year-end there has been. */
  readonly newest: CollectionYear;
}

export type PackRefusal = AttemptRefusal;

/** The demographic picture as the record has it, for those who see all true figures of the authority. */
export const loadDemography = async (
  tx: Tx,
  world: Pick<World, 'ledgers' | 'now'>,
  signedIn: SignedIn,
  asked: PackYears,
): Promise<LoadedPack | PackRefusal> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor: signedIn.actor, action: 'view-figure-sets', on: today });
  if (permission.kind === 'refused') return permission;
  const held = await world.ledgers.load(tx, signedIn.authority.id);
  const book = figureBook({ held, part: undefined });
  const { lastImport } = await findSource(tx, undefined);
  const told = toldUntil(book, held, { asOf: today, lastImport });
  const newest = collectionYearOf(today) - 1;
  const last = asked.last ?? Math.min(newest, latestYearEndBy(told) ?? newest);
  const count = asked.count ?? USUAL_YEARS;
  const years = Array.from({ length: count }, (_, i) => last - count + 1 + i);
  const published = await publishedInForce(tx, { series: demographySeries(), areas: [ENGLAND] });
  const pack = demographyPack({
    years,
    figures: book,
    find: published.find,
    whyBlank: whyBlank(held.prepared, { told, newest }),
  });
  return { kind: 'loaded', pack, book, last, newest };
};

const latestYearEndBy = (told: Day | undefined): CollectionYear | undefined => {
  if (told === undefined) return undefined;
  const year = collectionYearOf(told);
  return collectionYearEnd(year) === told ? year : year - 1;
};

/**
 * A year that the record does not tell of is not a year without children. Before the first year in which anybody left care it
 * holds at most those who were still there when it began, and after the last day that it tells of, nothing. Reasons name no
 * day, because they are published: the day on which somebody left care is theirs.
 */
const whyBlank = (
  { ends }: PreparedLedger,
  { told, newest }: { readonly told: Day | undefined; readonly newest: CollectionYear },
): ((year: CollectionYear) => string | undefined) => {
  const first = ends.reduce<Day | undefined>(
    (least, { on }) => (least === undefined || on < least ? on : least),
    undefined,
  );
  return (year) => {
    const end = collectionYearEnd(year);
    if (year > newest) return 'the year is not over';
    if (told === undefined) return 'the record is empty';
    if (end > told) return 'the record does not reach to the end of the year';
    if (first !== undefined && year < collectionYearOf(first))
      return `the record is not whole before the year ${collectionYearLabel(collectionYearOf(first))}`;
    return undefined;
  };
};

export interface DemographyShown {
  readonly kind: 'pack';
  readonly shown: ShownPack;
  /** Table 1.1 once more, rounded as the Department rounded it when the strategy was written. */
  readonly rounded: ShownTable | undefined;
  readonly roundedSays: string;
  readonly years: readonly CollectionYear[];
  readonly last: CollectionYear;
  readonly newest: CollectionYear;
  readonly mayPublish: boolean;
}

const ROUNDED = disclosureProfile('dfe-2012-2018');

/** The pack with its true figures. */
export const openDemography = (
  world: World,
  signedIn: SignedIn,
  asked: PackYears,
): Promise<DemographyShown | PackRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenantReading(world.db, tenant, async (tx) => {
    const loaded = await loadDemography(tx, world, signedIn, asked);
    if (loaded.kind === 'refused') return loaded;
    const { pack, last, newest } = loaded;
    const needs = pack.tables.find(({ id }) => id === 'table-1-1');
    const on = londonDayOf(world.now());
    return {
      kind: 'pack',
      shown: packAs(pack, signedIn.authority.name, tellTrue),
      rounded: needs && tableAs(needs, pack.years, tellRounded(ROUNDED)),
      roundedSays: ROUNDED.says,
      years: pack.years,
      last,
      newest,
      mayPublish: mayAttempt({ actor: signedIn.actor, action: 'publish-figures', on }).kind === 'may',
    };
  });
};
