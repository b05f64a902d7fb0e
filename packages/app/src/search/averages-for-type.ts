import {
  type AverageFee,
  averageFees,
  FEW_PRICES,
  kindOfHome,
  mayAttempt,
  type Offer,
  type PencePerWeek,
  type PlacementKind,
  pencePerWeek,
} from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { SearchRead, SearchView } from './open-search.ts';
import { TYPE_OF } from './records-of-searches.ts';

/** The averages of each type that is offered, framework beside spot. A type that nothing says is not in it. */
export type AveragesByType = ReadonlyMap<PlacementKind, readonly AverageFee[]>;

/** What is read of an average beside an offer. */
export interface AverageShown extends Pick<AverageFee, 'route' | 'core' | 'placements'> {
  /** It is near what it says, and of so many placements at least: exact ones of two days would tell what the placement between cost. */
  readonly isRough: boolean;
}

export type AveragesShown = ReadonlyMap<PlacementKind, readonly AverageShown[]>;

/** Of which type of placement an offer is; undefined where it does not say. */
export const typeOffered = ({ kind }: Offer): PlacementKind | undefined => {
  const group = kind && kindOfHome(kind).group;
  return group && TYPE_OF[group];
};

/** Whether somebody may read what any placement costs, and so an average of however few. */
export const seesAllCosts = ({ actor }: SignedIn, { today }: Pick<SearchView, 'today'>): boolean => {
  const answer = mayAttempt({ actor, action: 'list-commitments', on: today });
  return answer.kind === 'may' && answer.grants.some(({ scope }) => scope === 'authority');
};

/** What placements of each type offered cost on average, of the agreements in force and without the child's own. */
export const averagesForTypes = (
  { search: { child, today }, loaded: { present } }: Pick<SearchRead, 'search' | 'loaded'>,
  types: ReadonlySet<PlacementKind>,
): AveragesByType => {
  const prices = present.context.records?.placementPrices ?? [];
  return new Map([...types].map((kind) => [kind, averageFees(prices, { kind, on: today, but: child.id })]));
};

/** To so many pence a week, so that the price of one of five placements is told to some hundreds of pounds at best. */
const ROUGHLY = 50_00;

const roughly = (weekly: PencePerWeek): PencePerWeek => pencePerWeek(Math.round(weekly / ROUGHLY) * ROUGHLY);

/**
 * As somebody may read them. What single placements cost is for those who may read that. Others are told no average of few, and of
 * others roughly what it is and not of how many: by the exact one of two days, or of two searches of which each leaves its own child
 * out, the price of the one placement between them could be worked out.
 */
export const averagesShown = (averages: AveragesByType, seesAll: boolean): AveragesShown =>
  new Map(
    [...averages].map(([kind, of]) => [
      kind,
      of.flatMap(({ route, core, placements }): readonly AverageShown[] => {
        if (seesAll) return [{ route, core, placements, isRough: false }];
        return placements < FEW_PRICES || core === undefined
          ? []
          : [{ route, core: roughly(core), placements: FEW_PRICES, isRough: true }];
      }),
    ]),
  );
