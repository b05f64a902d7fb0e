import type { CollectionYear } from '@rightplace/domain';
import type { Outcome, Reported } from './held.ts';

/**
 * How what several returns say of one child is made one, and set beside what is held. The same for episodes and for
 * facts, which differ only in what stands in the way of what (`MergeRules`).
 *
 * The newest return is heard first, then what is held from its year, then the one before, and so on: whatever is
 * heard later gives way to what stands already. A return is heard before what is held of the same year, so that
 * a corrected return corrects. Because nothing heard depends on what gave way, hearing the same returns again beside
 * the outcome changes nothing.
 */
export interface MergeRules<Item> {
  /** What already stands and is of the same key, or in the way. */
  readonly standing: () => Standing<Item>;
  readonly isSame: (a: Item, b: Item) => boolean;
  /** One key, as of one DECOM: the later version of the same thing. */
  readonly keyOf: (item: Item) => string;
  readonly isOpen: (item: Item) => boolean;
  /** The year for which something counts that no return has said. */
  readonly yearOf: (item: Item) => CollectionYear;
  /** Whether a return of the year could hold it. */
  readonly couldBeIn: (item: Item, year: CollectionYear) => boolean;
  /** Whether it was left open and the other starts later: told by a newer return, the other is no contradiction. */
  readonly isFollowedBy: (item: Item, other: Item) => boolean;
  /** Whether two of one key can be side by side, as two versions of one thing cannot. */
  readonly haveRoom: (item: Item, other: Item) => boolean;
}

/** What stands, and finding in it what an item meets. */
export interface Standing<Item> {
  find(item: Item, isInTheWay: (entry: Entry<Item>) => boolean): Entry<Item> | undefined;
  add(entries: readonly Entry<Item>[]): void;
  all(): readonly Entry<Item>[];
}

/** Something that stands. */
export interface Entry<Item> {
  readonly item: Item;
  readonly from: 'return' | 'held';
  years: readonly CollectionYear[];
  unlabelled: boolean;
  /** What was held and is this. */
  held: HeldItem<Item> | undefined;
  /** What was held and gave way to this. */
  readonly replaced: HeldItem<Item>[];
  /** A return given now has said it, or something that gave way to it. */
  isSaidNow: boolean;
}

/** Things that meet only those of their own key. */
export const standingByKey = <Item>(keyOf: (item: Item) => string): Standing<Item> => {
  const entries = new Map<string, Entry<Item>>();
  return {
    all: () => [...entries.values()],
    add: (added) => {
      for (const entry of added) entries.set(keyOf(entry.item), entry);
    },
    find: (item, isInTheWay) => {
      const entry = entries.get(keyOf(item));
      return entry !== undefined && isInTheWay(entry) ? entry : undefined;
    },
  };
};

export interface HeldItem<Item> extends Reported {
  readonly item: Item;
}

/** What one return says of one child in one table. */
export interface ReturnItems<Item> {
  readonly year: CollectionYear;
  readonly isLabelled: boolean;
  readonly items: readonly Item[];
  /** The child is in the table, and none of the child's rows was set aside: so what is not said is withdrawn. */
  readonly isWhole: boolean;
}

export interface Merged<Item> {
  readonly entries: readonly Entry<Item>[];
  readonly withdrawn: number;
  /** For each return, what of it does not stand. */
  readonly lost: readonly Lost<Item>[];
}

/** What of a return does not stand, because of what a newer one says. */
export interface Lost<Item> {
  /** How many of its items are of the same key as one that stands, and say otherwise. */
  readonly gaveWay: number;
  /** Those of another key for which there is no room, by their places in the return. */
  readonly superseded: readonly { readonly place: number; readonly by: Entry<Item> }[];
}

const NOTHING_LOST: Lost<never> = { gaveWay: 0, superseded: [] };

/** Merges the returns, oldest first, with what is held. */
export const merge = <Item>(
  rules: MergeRules<Item>,
  held: readonly HeldItem<Item>[],
  returns: readonly ReturnItems<Item>[],
): Merged<Item> => {
  const [only] = returns;
  if (held.length === 0 && returns.length === 1 && only !== undefined) return asSaid(only);
  const standing = rules.standing();
  const claims = withdrawals(rules, returns);
  const isHeld = (item: Item): boolean => held.some((h) => rules.isSame(h.item, item));
  const waiting = held.map((h) => ({ held: h, rank: rankOf(rules, h) })).sort((a, b) => b.rank - a.rank);
  let next = 0;
  let withdrawn = 0;
  const hearHeldAfter = (year: number): void => {
    const kept: Entry<Item>[] = [];
    for (let h = waiting[next]; h !== undefined && h.rank > year; h = waiting[++next]) {
      const heard = hearHeld(standing, rules, h.held, { saysNoMore: claims, isHeld });
      if (heard === 'withdrawn') withdrawn++;
      else if (heard !== undefined) kept.push(heard);
    }
    standing.add(kept);
  };
  const lost: Lost<Item>[] = returns.map(() => NOTHING_LOST);
  for (let i = returns.length - 1; i >= 0; i--) {
    const said = returns[i];
    if (said === undefined) continue;
    hearHeldAfter(said.year);
    lost[i] = hearReturn(standing, rules, said);
  }
  hearHeldAfter(Number.NEGATIVE_INFINITY);
  return { entries: standing.all(), withdrawn, lost };
};

/** One return and nothing held: it is as the return says. So it is for most children of a first import. */
const asSaid = <Item>(said: ReturnItems<Item>): Merged<Item> => ({
  entries: said.items.map((item) => newEntry(item, said)),
  withdrawn: 0,
  lost: [NOTHING_LOST],
});

const newEntry = <Item>(item: Item, { year, isLabelled }: ReturnItems<Item>): Entry<Item> => ({
  item,
  from: 'return',
  years: oneYear(year),
  unlabelled: !isLabelled,
  held: undefined,
  replaced: [],
  isSaidNow: true,
});

/** The year in which a thing was last said, or for which it counts. */
const rankOf = <Item>(
  rules: MergeRules<Item>,
  { item, years }: Pick<HeldItem<Item>, 'item' | 'years'>,
): CollectionYear => years.at(-1) ?? rules.yearOf(item);

/** What was left open in an older return is not in the way of what a newer one tells of later. */
const isLeftOpenBefore = <Item>(
  rules: MergeRules<Item>,
  item: Item,
  year: CollectionYear,
  entry: Entry<Item>,
): boolean => rules.isFollowedBy(item, entry.item) && rankOf(rules, entry) > year;

const hearReturn = <Item>(
  standing: Standing<Item>,
  rules: MergeRules<Item>,
  said: ReturnItems<Item>,
): Lost<Item> => {
  const { year, isLabelled } = said;
  const added: Entry<Item>[] = [];
  const superseded: { place: number; by: Entry<Item> }[] = [];
  let gaveWay = 0;
  for (const [place, item] of said.items.entries()) {
    const met = standing.find(item, (entry) => !isLeftOpenBefore(rules, item, year, entry));
    if (met === undefined) {
      added.push(newEntry(item, said));
      continue;
    }
    const isSame = rules.isSame(met.item, item);
    if (rules.keyOf(met.item) !== rules.keyOf(item)) superseded.push({ place, by: met });
    else if (!isSame) gaveWay++;
    met.isSaidNow = true;
    // What no return has said is not this one's for standing where it says otherwise.
    if (!isSame && (met.years.length === 0 || !rules.couldBeIn(met.item, year))) continue;
    met.years = withYears(met.years, [year]);
    if (!isLabelled) met.unlabelled = true;
  }
  standing.add(added);
  return { gaveWay, superseded };
};

/** Hears one thing held: returns it if it still stands by itself. */
const hearHeld = <Item>(
  standing: Standing<Item>,
  rules: MergeRules<Item>,
  held: HeldItem<Item>,
  {
    saysNoMore,
    isHeld,
  }: {
    readonly saysNoMore: (held: HeldItem<Item>, year: CollectionYear) => boolean;
    readonly isHeld: (item: Item) => boolean;
  },
): Entry<Item> | 'withdrawn' | undefined => {
  const years = held.years.some((year) => saysNoMore(held, year))
    ? held.years.filter((year) => !saysNoMore(held, year))
    : held.years;
  // An end could not be remembered as taken of what no return has said, so that gives way as a whole.
  const isSaid = held.years.length > 0;
  const rank = rankOf(rules, held);
  const met = standing.find(
    held.item,
    (entry) =>
      entry.from === 'return' &&
      !(isSaid && isLeftOpenBefore(rules, held.item, rank, entry)) &&
      // What a return only says again was beside it before.
      !(rules.haveRoom(held.item, entry.item) && isHeld(entry.item)),
  );
  if (met === undefined) {
    const newest = held.years.at(-1);
    if (newest !== undefined && saysNoMore(held, newest) && !held.entered?.isWhole) return 'withdrawn';
    const unlabelled = held.unlabelled === true && years.length > 0;
    return { item: held.item, from: 'held', years, unlabelled, held, replaced: [], isSaidNow: false };
  }
  if (rules.isSame(met.item, held.item)) met.held = held;
  else met.replaced.push(held);
  const stillSaid = met.held === held ? years : years.filter((year) => rules.couldBeIn(met.item, year));
  met.years = withYears(met.years, stillSaid);
  if (held.unlabelled === true && stillSaid.length > 0) met.unlabelled = true;
  return undefined;
};

/**
 * Whether a thing held from a year's return is no longer said by that year's return, given again. A return that does
 * not say its year takes back only what such a return said.
 */
const withdrawals = <Item>(
  rules: MergeRules<Item>,
  returns: readonly ReturnItems<Item>[],
): ((held: HeldItem<Item>, year: CollectionYear) => boolean) => {
  const keys = new Map<ReturnItems<Item>, ReadonlySet<string>>();
  const says = (said: ReturnItems<Item>, item: Item): boolean => {
    const known = keys.get(said) ?? new Set(said.items.map(rules.keyOf));
    keys.set(said, known);
    return known.has(rules.keyOf(item));
  };
  return (held, year) => {
    const again = returns.filter(
      (said) => said.year === year && said.isLabelled === (held.unlabelled !== true),
    );
    return again.some(({ isWhole }) => isWhole) && !again.some((said) => says(said, held.item));
  };
};

/** Lists of one year are shared: there are as many as rows, and only some tens of years. */
const ONE_YEAR = new Map<CollectionYear, readonly CollectionYear[]>();
const oneYear = (year: CollectionYear): readonly CollectionYear[] => {
  const known = ONE_YEAR.get(year) ?? [year];
  ONE_YEAR.set(year, known);
  return known;
};

const withYears = (
  years: readonly CollectionYear[],
  more: readonly CollectionYear[],
): readonly CollectionYear[] =>
  more.every((year) => years.includes(year))
    ? years
    : [...new Set([...years, ...more])].sort((a, b) => a - b);

/** What became of each thing that the returns said, added to `tally`. */
export const tallyOutcomes = <Item>(
  rules: MergeRules<Item>,
  { entries, withdrawn }: Merged<Item>,
  tally: Record<Outcome, number>,
): void => {
  tally.withdrawn += withdrawn;
  for (const entry of entries) {
    if (entry.isSaidNow) tally[outcomeOf(rules, entry)]++;
    tally.superseded += Math.max(0, entry.replaced.length - (entry.held === undefined ? 1 : 0));
  }
};

const outcomeOf = <Item>(rules: MergeRules<Item>, { item, held, replaced }: Entry<Item>): Outcome => {
  if (held !== undefined) return 'unchanged';
  if (replaced.length === 0) return 'new';
  const before = replaced.find((other) => rules.keyOf(other.item) === rules.keyOf(item));
  return before !== undefined && rules.isOpen(before.item) && !rules.isOpen(item) ? 'ended' : 'changed';
};
