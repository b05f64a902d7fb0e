/** What was entered or removed here by hand, as the store keeps it beside the record, and back. */
import { type ChildId, type Episode, type FactKind } from '@rightplace/domain';
import type { HeldChild, Reported } from '@rightplace/ssda903';
import type { EnteredHere } from '@rightplace/store';

export const HEADER = 'header';
export const EPISODE = 'episode';
/** A header has no key of its own: a child has one. */
export const HEADER_KEY = '';

export const keyed = (kind: string, key: string): string => `${kind} ${key}`;

/** The return's key of an episode is its start; one that ended the same day is told apart. */
export const episodeKey = ({ decom, dec }: Pick<Episode, 'decom' | 'dec'>): string =>
  decom === dec ? `${decom}=` : decom;

type OfThing = NonNullable<Reported['entered']>;
type Removed = NonNullable<HeldChild['removed']>[number];

/** Returns told of what is removed too, which is kept apart from what they tell of that is there. */
export const kindOfRemoved = (kind: string): string => `removed ${kind}`;

interface EnteredOfChild {
  /** By kind and key. */
  readonly entered: ReadonlyMap<string, OfThing>;
  readonly removed: readonly Omit<Removed, 'years' | 'unlabelled'>[];
}

export const enteredByChild = (rows: readonly EnteredHere[]): ReadonlyMap<ChildId, EnteredOfChild> =>
  new Map(
    [...Map.groupBy(rows, ({ child }) => child)].map(([child, own]) => {
      const there = own.filter(({ removed }) => !removed);
      const gone = own.filter(({ removed }) => removed);
      return [
        child,
        {
          entered: new Map(
            there.map(({ kind, key, whole, keys, cells }) => [
              keyed(kind, key),
              { ...(whole ? { isWhole: true } : {}), keys, cells },
            ]),
          ),
          removed: gone.map(({ kind, key, keys, cells }) => ({
            kind: kind as typeof EPISODE | FactKind,
            keys: [key, ...keys],
            cells,
          })),
        },
      ];
    }),
  );

export const enteredFromHeld = (children: ReadonlyMap<ChildId, HeldChild>): readonly EnteredHere[] =>
  Array.from(children).flatMap(([child, held]) => {
    const row = (kind: string, key: string, entered: OfThing | undefined): EnteredHere[] =>
      entered === undefined
        ? []
        : [
            {
              child,
              kind,
              key,
              removed: false,
              whole: entered.isWhole === true,
              keys: entered.keys,
              cells: entered.cells,
            },
          ];
    return [
      ...row(HEADER, HEADER_KEY, held.headerEntered),
      ...held.episodes.flatMap(({ episode, entered }) => row(EPISODE, episodeKey(episode), entered)),
      ...held.facts.flatMap(({ fact, entered }) => row(fact.kind, fact.key, entered)),
      ...(held.removed ?? []).map(({ kind, keys: [key = '', ...keys], cells }) => {
        return { child, kind, key, removed: true, whole: false, keys, cells };
      }),
    ];
  });
