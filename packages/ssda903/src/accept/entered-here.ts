import type { ChildFact, Episode, FactKind } from '@rightplace/domain';
import { type HeaderDetails, headerDetailsOf } from './header-details.ts';
import type { Reported } from './held.ts';
import type { HeldItem } from './merge.ts';
import { byStart, isZeroLengthEpisode } from './row-items.ts';

/**
 * What a person here entered in something, so that no return takes it back unawares. A return that leaves such a cell blank,
 * or says what had stood in it before, says nothing new, and what was entered stays. One that says anything else does.
 */
export interface EnteredHere {
  /** No return had told of it: that one which has since no longer does takes nothing back. */
  readonly isWhole?: true;
  /** Under which keys it stood before a person here gave it another. */
  readonly keys: readonly string[];
  /** The cells that a person here filled or changed, with what had stood in each; nothing where it was blank. */
  readonly cells: StoodBefore;
}

export type StoodBefore = Readonly<Record<string, readonly string[]>>;

/**
 * Something that a person here took out of the record: a return that says it once more says nothing new, nor does one older
 * than those that told of it.
 */
export interface RemovedHere extends Pick<Reported, 'years' | 'unlabelled'> {
  readonly kind: 'episode' | FactKind;
  /** Under which keys it stood; the last first. */
  readonly keys: readonly string[];
  readonly cells: StoodBefore;
}

/** What is not blank, by name. */
export type Cells = Readonly<Record<string, string>>;

/** How something is taken apart into cells, which are compared one by one. */
export interface InCells<Item> {
  readonly keyOf: (item: Item) => string;
  readonly cellsOf: (item: Item) => Cells;
  /** The item with these cells and no others. */
  readonly withCells: (item: Item, cells: Cells) => Item;
  /** Cells that are one thing: who changes the one has said the other too. */
  readonly together?: readonly string[];
  /** Cells that say more of another: of something else there, what was typed for the first is not kept. */
  readonly saysMoreOf?: Readonly<Record<string, string>>;
  /** Whether two of one child cannot both be, the one that comes first given first. */
  readonly order?: (a: Item, b: Item) => number;
  readonly areInEachOthersWay?: (first: Item, next: Item) => boolean;
}

const notBlank = (item: object): Cells =>
  Object.fromEntries(Object.entries(item).filter(([, cell]) => cell !== null && cell !== undefined));

const NO_EPISODE = {
  cin: null,
  provider: null,
  dec: null,
  rec: null,
  reasonPlaceChange: null,
  homePostcode: null,
  postcode: null,
  urn: null,
};

export const EPISODE_IN_CELLS: InCells<Episode> = {
  keyOf: (episode) => (isZeroLengthEpisode(episode) ? `${episode.decom}=` : episode.decom),
  cellsOf: notBlank,
  withCells: (_, cells) => ({ ...NO_EPISODE, ...cells }) as unknown as Episode,
  together: ['dec', 'rec', 'reasonPlaceChange'],
  saysMoreOf: { reasonPlaceChange: 'rec' },
  order: byStart,
  areInEachOthersWay: (first, next) =>
    first.dec === null ||
    first.dec > next.decom ||
    (first.decom === next.decom && byStart(first, next) === 0),
};

export const FACT_IN_CELLS: InCells<ChildFact> = {
  keyOf: ({ key }) => key,
  cellsOf: ({ fields }) => fields,
  together: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  withCells: (fact, fields) => ({ ...fact, fields }),
};

export const HEADER_IN_CELLS: InCells<HeaderDetails> = {
  keyOf: () => '',
  cellsOf: (details) => notBlank(headerDetailsOf(details)),
  withCells: (_, cells) => cells,
};

const NOTHING_STOOD: readonly string[] = [];

/** What of something held was entered here: all of it, when no return has told of it. */
export const enteredIn = <Item>(
  inCells: InCells<Item>,
  { item, years, unlabelled, entered }: HeldItem<Item>,
): EnteredHere | undefined => {
  if (years.length > 0 || unlabelled === true) return entered;
  const all = Object.keys(inCells.cellsOf(item)).map((cell) => [cell, NOTHING_STOOD]);
  return { isWhole: true, keys: [], ...entered, cells: { ...Object.fromEntries(all), ...entered?.cells } };
};

export const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
  b.every((one) => a.includes(one)) ? a : [...new Set([...a, ...b])];

/** What is known to have been entered here once a person has changed something held. */
export const enteredWith = <Item>(
  inCells: InCells<Item>,
  before: HeldItem<Item>,
  item: Item,
): EnteredHere | undefined => {
  const { entered } = before;
  // Of what no return has told, all was entered here: there is nothing to tell apart yet.
  if (before.years.length === 0 && before.unlabelled !== true && entered === undefined) return undefined;
  const [was, is] = [inCells.cellsOf(before.item), inCells.cellsOf(item)];
  const differs = (cell: string): boolean => was[cell] !== is[cell];
  const { together = [] } = inCells;
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(differs);
  if (changed.length === 0) return entered;
  const said = together.some(differs) ? union(changed, together) : changed;
  // What a person here typed in between and took back, no return has said.
  const cells = said.map((cell) => {
    const stood = was[cell] === undefined ? NOTHING_STOOD : [was[cell]];
    return [cell, entered?.cells[cell] ?? stood];
  });
  const [from, to] = [inCells.keyOf(before.item), inCells.keyOf(item)];
  return {
    ...entered,
    keys: from === to ? (entered?.keys ?? []) : union(entered?.keys ?? [], [from]),
    cells: { ...entered?.cells, ...Object.fromEntries(cells) },
  };
};

/** What is to be known of something that a person here removes; undefined when no return ever told of it. */
export const removedWith = <Item>(
  inCells: InCells<Item>,
  kind: RemovedHere['kind'],
  held: HeldItem<Item>,
): RemovedHere | undefined => {
  const { item, years, unlabelled, entered } = held;
  if (years.length === 0 && unlabelled !== true && entered === undefined) return undefined;
  const stood = Object.entries(inCells.cellsOf(item)).map(([cell, text]) => [
    cell,
    union(entered?.cells[cell] ?? NOTHING_STOOD, [text]),
  ]);
  return {
    years,
    ...(unlabelled === true ? { unlabelled } : {}),
    kind,
    keys: union([inCells.keyOf(item)], entered?.keys ?? []),
    cells: { ...entered?.cells, ...Object.fromEntries(stood) },
  };
};

/** What a person here enters under a key of which something was removed: what had stood there is still nothing new. */
export const enteredAgain = (removed: RemovedHere | undefined): EnteredHere | undefined =>
  removed && { isWhole: true, keys: [], cells: removed.cells };

export const sameEntered = (a: EnteredHere | undefined, b: EnteredHere | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.isWhole === b.isWhole &&
    sameTexts(a.keys, b.keys) &&
    sameStood(a.cells, b.cells));

export const sameRemoved = (a: readonly RemovedHere[], b: readonly RemovedHere[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((one) =>
      b.some(
        (other) =>
          one.kind === other.kind &&
          one.unlabelled === other.unlabelled &&
          String(one.years) === String(other.years) &&
          sameTexts(one.keys, other.keys) &&
          sameStood(one.cells, other.cells),
      ),
    ));

/** With one more. Of two under one key, what either said is nothing new. */
export const withRemoved = (removed: readonly RemovedHere[], more: RemovedHere): readonly RemovedHere[] => {
  const isSame = ({ kind, keys }: RemovedHere): boolean => kind === more.kind && keys[0] === more.keys[0];
  const before = removed.find(isSame);
  const others = removed.filter((one) => one !== before);
  if (before === undefined) return [...others, more];
  const stood = Object.entries(before.cells).map(([cell, texts]) => [
    cell,
    union(texts, more.cells[cell] ?? NOTHING_STOOD),
  ]);
  return [
    ...others,
    {
      ...before,
      ...more,
      years: [...new Set([...before.years, ...more.years])].sort((a, b) => a - b),
      keys: union(more.keys, before.keys),
      cells: { ...more.cells, ...Object.fromEntries(stood) },
    },
  ];
};

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text) => b.includes(text)));

const sameStood = (a: StoodBefore, b: StoodBefore): boolean => {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => b[name] !== undefined && sameTexts(a[name] ?? [], b[name]))
  );
};
